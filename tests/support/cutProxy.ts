import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network between a desk and the server that can be cut. */
export interface CutProxy {
  readonly port: number;
  /** The next thing that the server says does not arrive: its connection is cut instead. */
  readonly cutNextAnswer: () => void;
  /** Cuts every connection that there is. */
  readonly cut: () => void;
  /** Whether new connections are refused. */
  readonly refuse: (isRefused: boolean) => void;
  /** How many answers were kept back. */
  readonly keptBack: () => number;
  readonly close: () => void;
}

export async function cutProxy(target: { readonly host: string; readonly port: number }): Promise<CutProxy> {
  const sockets = new Set<Socket>();
  let [isCutNext, refuses, keptBack] = [false, false, 0];
  const server = createServer((desk) => {
    if (refuses) {
      desk.destroy();
      return;
    }
    const far = connect(target.port, target.host);
    const end = (): void => {
      for (const each of [desk, far]) {
        each.destroy();
        sockets.delete(each);
      }
    };
    for (const each of [desk, far]) {
      sockets.add(each);
      each.setNoDelay(true);
      each.on('error', end);
      each.on('close', end);
    }
    desk.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      if (!isCutNext) desk.write(bytes);
      else {
        isCutNext = false;
        keptBack += 1;
        end();
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    cutNextAnswer: () => {
      isCutNext = true;
    },
    cut: () => {
      for (const each of sockets) each.destroy();
    },
    refuse: (isRefused) => {
      refuses = isRefused;
    },
    keptBack: () => keptBack,
    close: () => {
      server.close();
      for (const each of sockets) each.destroy();
    },
  };
}
