import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { callFromPage, test as base } from '../../support/launch.ts';

interface Outside {
  readonly address: string;
  readonly requests: string[];
}

/** A server on this computer that nothing of the application may reach. */
const test = base.extend<{ outside: Outside }>({
  outside: async ({}, use) => {
    const requests: string[] = [];
    const server: Server = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*').end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests });
    server.closeAllConnections();
    server.close();
  },
});

function pageProcess(vigie: ElectronApplication): Promise<number> {
  return vigie.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId());
}

/** Main answers the page after what the page asked of it before; nothing is on its way then. */
async function settled(vigie: ElectronApplication, window: Page): Promise<void> {
  expect(await callFromPage(window, 'app.about', {})).toMatchObject({ ok: true });
  const isLoading = () =>
    vigie.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(({ webContents }) => webContents.isLoading()),
    );
  await expect.poll(isLoading).toBe(false);
}

test('the page reaches nothing but what the bridge answers', async ({ vigie, window, outside }) => {
  await test.step('the page has two functions and nothing of Node', async () => {
    const found = await window.evaluate(() => ({
      origin: location.origin,
      exposed: Object.entries(globalThis.vigie).map(([name, value]) => `${name}: ${typeof value}`),
      present: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    }));
    expect(found).toEqual({ origin: 'app://vigie', exposed: ['call: function', 'onEvent: function'], present: [] });
  });

  await test.step('the window is sandboxed, isolated, and titled with the name alone', async () => {
    await window.evaluate(() => {
      document.title = 'a title that could name a case';
    });
    const found = await vigie.evaluate(({ BrowserWindow, session }) => {
      const all = BrowserWindow.getAllWindows();
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = (
        all[0]!.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences();
      const options = { sandbox, contextIsolation, nodeIntegration, webviewTag };
      return {
        windows: all.length,
        title: all[0]!.getTitle(),
        minimum: all[0]!.getMinimumSize(),
        spelling: session.fromPartition('vigie').isSpellCheckerEnabled(),
        options,
      };
    });
    expect(found).toEqual({
      windows: 1,
      title: 'Vigie',
      minimum: [1024, 640],
      spelling: false,
      options: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
      },
    });
  });

  await test.step('navigation is refused', async () => {
    const before = window.url();
    for (const address of [outside.address, 'file:///etc/passwd', 'data:text/html,other', 'app://other/']) {
      await window.evaluate((to) => {
        (globalThis as { marker?: number }).marker = 1;
        // The assignment itself may be refused with an exception; either way the page must stay.
        try {
          location.href = to;
        } catch {
          return;
        }
      }, address);
      await settled(vigie, window);
      expect(window.url(), address).toBe(before);
      expect(await window.evaluate(() => (globalThis as { marker?: number }).marker), address).toBe(1);
    }
    expect(outside.requests).toEqual([]);
  });

  await test.step('no other window, frame, worker or download opens', async () => {
    await vigie.evaluate(({ session }) => {
      const seen = globalThis as { downloads?: boolean[] };
      seen.downloads = [];
      session.fromPartition('vigie').on('will-download', (event) => seen.downloads?.push(event.defaultPrevented));
    });
    const found = await window.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      const worker = await new Promise((resolve) => {
        try {
          const made = new Worker(URL.createObjectURL(new Blob(['postMessage("ran")'])));
          made.onmessage = () => {
            resolve('ran');
          };
          made.onerror = () => {
            resolve('refused');
          };
        } catch {
          resolve('refused');
        }
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['content']));
      link.download = 'file.txt';
      link.click();
      return { opened: globalThis.open(address), openedBlank: globalThis.open('about:blank'), worker };
    }, outside.address);
    expect(found).toEqual({ opened: null, openedBlank: null, worker: 'refused' });
    await expect.poll(() => vigie.evaluate(() => (globalThis as { downloads?: boolean[] }).downloads)).toEqual([true]);
    expect(vigie.windows()).toHaveLength(1);
    expect(outside.requests).toEqual([]);
  });

  await test.step('no request leaves, but to the server of a workspace on one, neither from the page nor under it', async () => {
    const fromPage = await window.evaluate(async (address) => {
      const image = new Image();
      image.src = `${address}/image`;
      navigator.sendBeacon(`${address}/beacon`);
      const style = document.createElement('style');
      style.textContent = `@import url("${address}/style"); body { background: url("${address}/background"); }`;
      const prefetch = document.createElement('link');
      prefetch.rel = 'prefetch';
      prefetch.href = `${address}/prefetch`;
      document.head.append(style, prefetch);
      const form = document.createElement('form');
      form.action = `${address}/form`;
      document.body.append(image, form);
      form.submit();
      const socket = await new Promise((resolve) => {
        try {
          new WebSocket(address.replace('http', 'ws')).onerror = () => {
            resolve('refused');
          };
        } catch {
          resolve('refused');
        }
      });
      const fetched = await fetch(`${address}/fetch`).then(
        () => 'answered',
        () => 'refused',
      );
      return { socket, fetched };
    }, outside.address);
    expect(fromPage).toEqual({ socket: 'refused', fetched: 'refused' });
    // Below the content policy: main refuses what a page's policy would have let through.
    const underneath = await vigie.evaluate(
      async ({ session }, address) =>
        Promise.all(
          [session.fromPartition('vigie'), session.defaultSession].map((each) =>
            each.fetch(`${address}/main`).then(
              () => 'answered',
              () => 'refused',
            ),
          ),
        ),
      outside.address,
    );
    expect(underneath).toEqual(['refused', 'refused']);
    await settled(vigie, window);
    // What was sent before this one is there before it.
    await fetch(`${outside.address}/test`);
    expect(outside.requests).toEqual(['/test']);
  });

  await test.step('permissions are refused', async () => {
    const found = await window.evaluate(async () => {
      const outcome = (asked: Promise<unknown>): Promise<string> =>
        asked.then(
          () => 'given',
          () => 'refused',
        );
      return {
        notification: await Notification.requestPermission(),
        location: await outcome(
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, reject);
          }),
        ),
        camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
        screen: await outcome(navigator.mediaDevices.getDisplayMedia()),
        clipboard: await outcome(navigator.clipboard.readText()),
      };
    });
    expect(found).toEqual({
      notification: 'denied',
      location: 'refused',
      camera: 'refused',
      screen: 'refused',
      clipboard: 'refused',
    });
  });

  await test.step('mark-up that slipped in neither runs nor styles itself', async () => {
    const found = await window.evaluate(async () => {
      const seen = globalThis as { ran?: boolean };
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      const holder = document.createElement('div');
      holder.innerHTML = '<p style="position: fixed">text</p><img src="x" onerror="globalThis.ran = true">';
      document.body.append(script, holder);
      // Later, because a debugger's own call is let through.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(globalThis.eval('true'));
          } catch {
            resolve(false);
          }
        });
      });
      return { ran: seen.ran ?? false, evaluated, position: getComputedStyle(holder.firstElementChild!).position };
    });
    expect(found).toEqual({ ran: false, evaluated: false, position: 'static' });
  });

  await test.step('only the built page is served', async () => {
    const statuses = await window.evaluate(async () =>
      Promise.all(
        [
          '/index.html',
          '/../../package.json',
          '/%2e%2e/%2e%2e/package.json',
          '/..%2f..%2fpackage.json',
          '/none.js',
        ].map(async (path) => (await fetch(path)).status),
      ),
    );
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
  });

  await test.step('a call that is not of the contract is refused', async () => {
    for (const name of ['cases.steal', 'toString', '__proto__', '', ' app.about', 'x'.repeat(100_000)]) {
      const reply = await window.evaluate((method) => globalThis.vigie.call(method, {}), name);
      expect(reply, name.slice(0, 20)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    const rubbish = await window.evaluate(async () => {
      const call = globalThis.vigie.call as (method: unknown, input?: unknown) => Promise<unknown>;
      return Promise.all([call(undefined), call(null, {}), call(7, {}), call({}, {}), call(['app.about'], {})]);
    });
    for (const reply of rubbish) expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await callFromPage(window, 'files.reveal', { grant: crypto.randomUUID() })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    expect(await callFromPage(window, 'files.save', { purpose: 'pack' } as never)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', fields: [{ path: 'suggestedName', code: 'invalid_type' }] },
    });
  });
});

test('another window with the same preload and page is refused', async ({ vigie, window }) => {
  const opened = vigie.waitForEvent('window');
  await vigie.evaluate(async ({ BrowserWindow, app, session }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: {
        session: session.fromPartition('vigie'),
        preload: `${app.getAppPath()}/dist/preload/preload.cjs`,
        sandbox: true,
      },
    });
    await stranger.loadURL('app://vigie/index.html');
  });
  const stranger = await opened;
  expect(await callFromPage(stranger, 'app.preferences', {})).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
  expect(await callFromPage(window, 'app.preferences', {})).toMatchObject({ ok: true });
});

test('a lock ends the page’s process', async ({ vigie, window }) => {
  const before = await pageProcess(vigie);
  await window.evaluate(() => {
    Object.assign(globalThis, { marker: 1 });
    // Later: the reply of what ends the page would be lost with it.
    setTimeout(() => void globalThis.vigie.call('session.lock', {}));
  });
  await window.waitForFunction(() => !('marker' in globalThis));
  await expect(async () => {
    expect(await pageProcess(vigie)).not.toBe(before);
    expect(() => process.kill(before, 0)).toThrow('ESRCH');
  }).toPass({ timeout: 60_000 });
  expect(await window.evaluate(() => location.href)).toContain('app://vigie/index.html');
});
