import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network between a desk and its server on which every answer takes so many milliseconds longer. */
export async function delayProxy(target: { readonly host: string; readonly port: number }, milliseconds: number) {
  const sockets = new Set<Socket>();
  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (bytes) => setTimeout(() => to.write(bytes), milliseconds / 2));
    from.on('error', () => to.destroy());
    from.on('close', () => setTimeout(() => to.destroy(), milliseconds / 2));
  };
  const server = createServer((desk) => {
    const far = connect(target.port, target.host);
    pass(desk, far);
    pass(far, desk);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: (): void => {
      server.close();
      for (const each of sockets) each.destroy();
    },
  };
}
