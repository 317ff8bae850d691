import dgram from 'node:dgram';
import net from 'node:net';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ServerPlace } from '#contract/store/server';

type Peer = ServerPlace['hosts'][number];

/** As `connect` takes them: options, or port and host, which come in a list of their own from within Node. */
function peerOf([given]: readonly unknown[], rest: readonly unknown[]): Peer | null {
  const first: unknown = Array.isArray(given) ? given[0] : given;
  if (typeof first === 'object' && first !== null) {
    const { host, port } = first as Partial<Peer>;
    return host === undefined || port === undefined ? null : { host, port };
  }
  return typeof rest[0] === 'string' ? { host: rest[0], port: Number(first) } : null;
}

/**
 * From here on this process connects to the hosts of the open workspace and to nothing else. No code in it asks for another connection: this is
 * for what a fault or a package might ask. Datagrams are refused whole, since the operating system resolves the hosts' names.
 */
export function allowOnly(peers: () => readonly Peer[]): void {
  const connect = Reflect.get(net.Socket.prototype, 'connect') as (...given: unknown[]) => net.Socket;
  net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]): net.Socket {
    const peer = peerOf(given, given.slice(1));
    if (!peer || !peers().some(({ host, port }) => host === peer.host && port === peer.port))
      throw new StoreFailure('forbidden');
    return connect.apply(this, given);
  };
  dgram.createSocket = () => {
    throw new StoreFailure('forbidden');
  };
}
