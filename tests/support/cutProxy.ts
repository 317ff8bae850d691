import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network between a desk and the server that can be cut. */
export interface CutProxy {
  readonly port: number;
  /** The next thing that the server says to the client of this port, as the server knows it, does not arrive: the connection is cut instead. */
  readonly cutNextAnswer: (port: number) => void;
  /** Cuts every connection that there is. */
  readonly cut: () => void;
  /** Whether new connections are refused. */
  readonly refuse: (isRefused: boolean) => void;
  /** Whether all that either side says is swallowed, of the connections that there are and of new ones, as where a cable is pulled. */
  readonly swallow: (isSwallowed: boolean) => void;
  /** How many answers were kept back. */
  readonly keptBack: () => number;
  readonly close: () => void;
}

export async function cutProxy(target: { readonly host: string; readonly port: number }): Promise<CutProxy> {
  const sockets = new Set<Socket>();
  let [cutNext, refuses, keptBack, swallows] = [0, false, 0, false];
  /** What was swallowed once is missing: nothing more is of use on that connection. */
  const silent = new WeakSet<Socket>();
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
    const isSwallowed = (): boolean => {
      if (swallows) silent.add(desk);
      return silent.has(desk);
    };
    desk.on('data', (bytes) => {
      if (!isSwallowed()) far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (isSwallowed()) return;
      if (far.localPort !== cutNext) desk.write(bytes);
      else {
        cutNext = 0;
        keptBack += 1;
        end();
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    cutNextAnswer: (port) => {
      cutNext = port;
    },
    cut: () => {
      for (const each of sockets) each.destroy();
    },
    refuse: (isRefused) => {
      refuses = isRefused;
    },
    swallow: (isSwallowed) => {
      swallows = isSwallowed;
    },
    keptBack: () => keptBack,
    close: () => {
      server.close();
      for (const each of sockets) each.destroy();
    },
  };
}
