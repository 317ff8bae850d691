import dgram from 'node:dgram';
import { createServer, get } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allowOnly } from '../../../../db/store/postgres/onlyPeer.ts';

const host = '127.0.0.1';
const reached: string[] = [];
const servers = ['one', 'other'].map((name) =>
  createServer((_request, response) => {
    reached.push(name);
    response.end('reached');
  }),
);
const ports: number[] = [];
const { createSocket } = dgram;
const connect: unknown = Reflect.get(net.Socket.prototype, 'connect');

beforeAll(async () => {
  for (const server of servers) {
    await new Promise<void>((done) => server.listen(0, host, done));
    ports.push((server.address() as AddressInfo).port);
  }
  allowOnly(() => [{ host, port: ports[0]! }]);
});
afterAll(() => {
  Object.assign(net.Socket.prototype, { connect });
  dgram.createSocket = createSocket;
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

const asked = (port: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    get({ host, port, agent: false }, (response) => {
      response.resume().once('end', () => {
        resolve(response.statusCode);
      });
    }).once('error', reject);
  });

it('reaches the one server, and no other by any way', async () => {
  expect(await asked(ports[0]!)).toBe(200);
  const other = ports[1]!;
  await expect(async () => asked(other)).rejects.toThrow();
  await expect(fetch(`http://${host}:${String(other)}`)).rejects.toThrow();
  for (const way of [
    () => net.connect(other, host),
    () => net.connect(other),
    () => net.connect({ host, port: other }),
    () => net.connect('/run/any.sock'),
    () => new net.Socket().connect(other, host),
    () => dgram.createSocket('udp4'),
  ])
    expect(way).toThrow('forbidden');
  expect(reached).toEqual(['one']);
});
