// The development server of the page, and what the page and `npm run dev` say to each other.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { createServer } from 'vite';
import { ROOT } from '../setup/processes.mjs';
import { APPLICATION } from './code.mjs';

/** How long the page may take to say where it is. */
const ANSWER = 1000;

/** Signs in before the page begins; the product's page knows nothing of it. */
function workshopPage(wanted) {
  return {
    name: 'vigie:workshop',
    transformIndexHtml: (html) => html.replace('/app/main.tsx', '/workshop/main.ts'),
    configureServer: ({ middlewares }) => {
      middlewares.use('/@workshop', (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(wanted()));
      });
    },
  };
}

/**
 * @param {import('vite').InlineConfig} config
 * @param {number} port
 * @param {import('./workshop.mjs').Want | null} want
 */
export async function servePages(config, port, want) {
  const host = '127.0.0.1';
  const server = await createServer({
    ...config,
    configFile: false,
    plugins: [...config.plugins, workshopPage(() => want)],
    cacheDir: join(APPLICATION, 'vite'),
    html: { cspNonce: 'workshop' },
    server: {
      host,
      port,
      strictPort: true,
      hmr: { protocol: 'ws', host, clientPort: port },
      // A second checkout may link to the packages of the first.
      fs: { allow: [ROOT, realpathSync(join(ROOT, 'node_modules'))] },
    },
  });
  await server.listen();

  /** @param {string} event @param {number} [limit] without one, as long as it takes */
  function hear(event, limit) {
    return new Promise((done) => {
      const end = (said) => {
        server.hot.off(event, end);
        done(said);
      };
      server.hot.on(event, end);
      if (limit !== undefined) setTimeout(end, limit);
    });
  }
  server.hot.on('workshop:entered', ({ wanted }) => void (want = wanted));
  server.hot.on('workshop:left', (place) => void (want = place));

  return {
    address: `http://${host}:${port}`,
    /** Until the page has said where it is; one that is broken says nothing. */
    leave: () => {
      const left = hear('workshop:left', ANSWER);
      server.hot.send('workshop:leave');
      return left;
    },
    /** Until the page is signed in again, or is not. */
    entered: () => hear('workshop:entered'),
    showError: ({ message, stack = '' }) => {
      const [plain, trace] = [message, stack].map(stripVTControlCharacters);
      server.hot.send({ type: 'error', err: { message: plain, stack: trace } });
    },
    close: () => server.close(),
  };
}
