import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { fileGrant } from '../../electron/contract/ground/ids.ts';
import { contract, storeContract } from '../../electron/contract/index.ts';
import type { Method } from '../../electron/contract/ground/define.ts';
import { surface } from './methods.ts';
import { CONTENT_POLICY } from '../../electron/main/contentPolicy.ts';
import { filesWith, root } from './sources.ts';

function whoMay(method: Method): string {
  if (method.type === 'shell') return 'main';
  const roles = typeof method.roles === 'string' ? method.roles : method.roles.join(', ');
  return `${method.type}: ${roles}${method.workspace === undefined ? '' : ` (${method.workspace})`}`;
}

describe('what a page may reach', () => {
  test('the methods are these, and so is who may call them', () => {
    expect(Object.fromEntries(Object.entries(contract).map(([name, method]) => [name, whoMay(method)]))).toEqual(
      surface,
    );
  });

  test('one file listens to pages, and one speaks for them', () => {
    expect(filesWith('ipcMain')).toEqual(['electron/main/gateway.ts']);
    expect(filesWith('ipcRenderer')).toEqual(['electron/preload/preload.ts']);
    expect(filesWith('contextBridge')).toEqual(['electron/preload/preload.ts']);
    // The second is of the development build alone: builtProduct.test.ts finds nothing of it in the product.
    expect(filesWith('protocol.handle')).toEqual(['electron/main/security.ts', 'electron/main/workshop.ts']);
  });

  test('the gateway has one channel in and one out', () => {
    const gateway = readFileSync(join(root, 'electron/main/gateway.ts'), 'utf8');
    expect(gateway.match(/ipcMain\.\w+/g)).toEqual(['ipcMain.handle']);
    expect(new Set(gateway.match(/'vigie:\w+'/g))).toEqual(new Set(["'vigie:call'", "'vigie:event'"]));
  });

  test('the content policy is this', () => {
    expect(CONTENT_POLICY.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "style-src-elem 'self' 'unsafe-inline'",
      "style-src-attr 'none'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });
});

describe('the preload', () => {
  test('exposes two functions, and hands no Electron object on', async () => {
    const electron = {
      contextBridge: { exposeInMainWorld: vi.fn<(name: string, bridge: typeof globalThis.vigie) => void>() },
      ipcRenderer: { invoke: vi.fn(() => Promise.resolve('reply')), on: vi.fn(), off: vi.fn() },
    };
    vi.doMock('electron', () => electron);
    await import('../../electron/preload/preload.ts');

    expect(electron.contextBridge.exposeInMainWorld.mock.calls.map(([name]) => name)).toEqual(['vigie']);
    const bridge = electron.contextBridge.exposeInMainWorld.mock.calls[0]![1];
    expect(Object.keys(bridge)).toEqual(['call', 'onEvent']);

    await expect(bridge.call('app.about', { a: 1 })).resolves.toBe('reply');
    expect(electron.ipcRenderer.invoke.mock.calls).toEqual([['vigie:call', 'app.about', { a: 1 }]]);

    const heard = vi.fn();
    const stop = bridge.onEvent(heard);
    const [channel, hear] = electron.ipcRenderer.on.mock.calls[0] as [string, (...args: unknown[]) => void];
    hear({ sender: 'Electron' }, { type: 'store_ended' });
    expect(channel).toBe('vigie:event');
    expect(heard.mock.calls).toEqual([[{ type: 'store_ended' }]]);
    stop();
    expect(electron.ipcRenderer.off.mock.calls).toEqual([['vigie:event', hear]]);
  });
});

describe('grants', () => {
  /** Paths of the fields that hold a grant; a `place` is a file or a folder. */
  function grantsIn(schema: unknown, path: readonly string[] = []): string[] {
    if (schema === fileGrant) return [path.join('.')];
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
      return grantsIn(schema.unwrap(), path);
    if (schema instanceof z.ZodArray) return grantsIn(schema.element, [...path, '*']);
    if (schema instanceof z.ZodObject)
      return Object.entries(schema.shape).flatMap(([name, field]) => grantsIn(field, [...path, name]));
    return [];
  }

  test('stand in the input itself, where main looks for them', () => {
    const found = Object.values(storeContract).flatMap(({ input }) => grantsIn(input));
    expect(new Set(found)).toEqual(new Set(['parent', 'file', 'folder', 'place', 'templateFiles.*']));
  });
});
