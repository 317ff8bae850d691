import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/** What reads files of someone else's reaches nothing: what would open a connection is taken from it before it loads a parser. */
export function refuseNetwork(): void {
  const refused = (): never => {
    throw new Error('A reader has no network.');
  };
  net.Socket.prototype.connect = refused;
  net.Server.prototype.listen = refused;
  dgram.Socket.prototype.bind = refused;
  dgram.Socket.prototype.send = refused;
  dgram.Socket.prototype.connect = refused;
  dns.lookup = refused as never;
  dns.promises.lookup = refused;
  dns.Resolver.prototype.resolve = refused as never;
  globalThis.fetch = refused;
}
