import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { fileGrant } from '../../electron/contract/ids.ts';
import { contract, storeContract } from '../../electron/contract/index.ts';
import type { Method } from '../../electron/contract/define.ts';
import { surface } from './methods.ts';
import { CONTENT_POLICY } from '../../electron/main/contentPolicy.ts';
import { filesWith, root } from './sources.ts';

/** All that a page may ask, and who may: a change here is a decision about security, not a formality. */
const surface: Record<string, string> = {
  'workspace.create': 'action: nobody',
  'demonstration.prepare': 'action: nobody',
  'session.signIn': 'action: nobody',
  'session.recover': 'action: nobody',
  'session.current': 'read: nobody',
  'session.changePassphrase': 'action: anyone',
  'settings.get': 'read: anyone',
  'settings.save': 'write: administrator',
  'users.list': 'read: administrator',
  'users.directory': 'read: anyone',
  'users.create': 'action: administrator',
  'users.grant': 'write: administrator',
  'users.approve': 'write: administrator',
  'users.disable': 'action: administrator',
  'units.list': 'read: anyone',
  'units.save': 'write: administrator, coordinator',
  'countingRules.list': 'read: investigator, supervisor, coordinator, administrator',
  'countingRules.save': 'write: administrator, supervisor',
  'referrals.log': 'write: investigator, supervisor (unit)',
  'referrals.duplicates': 'read: investigator, supervisor (unit)',
  'referrals.list': 'read: investigator, supervisor (unit)',
  'referrals.get': 'read: investigator, supervisor (unit)',
  'referrals.edit': 'write: investigator, supervisor (unit)',
  'referrals.assign': 'write: investigator, supervisor (unit)',
  'referrals.move': 'write: investigator, supervisor (unit)',
  'referrals.bundle': 'write: investigator, supervisor (unit)',
  'referrals.split': 'write: investigator, supervisor (unit)',
  'referrals.score': 'write: investigator, supervisor (unit)',
  'referrals.check': 'write: investigator, supervisor (unit)',
  'referrals.decideDanger': 'write: investigator, supervisor (unit)',
  'referrals.notifyProtection': 'write: investigator, supervisor (unit)',
  'referrals.owed': 'read: investigator, supervisor (unit)',
  'referrals.workload': 'read: investigator, supervisor (unit)',
  'referrals.waiting': 'read: investigator, supervisor (unit)',
  'triagePeriods.list': 'read: investigator, supervisor (unit)',
  'triagePeriods.set': 'write: supervisor (unit)',
  'referrals.undo': 'write: investigator, supervisor (unit)',
  'lists.get': 'read: anyone',
  'lists.saveView': 'write: anyone',
  'lists.deleteView': 'write: anyone',
  'lists.keepColumns': 'write: anyone',
  'lists.openWith': 'write: anyone',
  'lists.copied': 'write: investigator, supervisor (unit)',
  'lists.export': 'action: investigator, supervisor (unit)',
  'drafts.get': 'read: anyone',
  'drafts.save': 'write: anyone',
  'drafts.discard': 'write: anyone',
  'search.everywhere': 'read: investigator, supervisor (unit)',
  'imports.receiveFile': 'action: investigator, supervisor, coordinator, administrator',
  'imports.inspect': 'action: investigator, supervisor (unit)',
  'imports.preview': 'action: investigator, supervisor (unit)',
  'imports.previewRows': 'read: investigator, supervisor (unit)',
  'imports.apply': 'action: investigator, supervisor (unit)',
  'imports.saveReport': 'action: investigator, supervisor (unit)',
  'imports.list': 'read: investigator, supervisor (unit)',
  'imports.obstacles': 'read: investigator, supervisor (unit)',
  'imports.undo': 'action: investigator, supervisor (unit)',
  'importMappings.list': 'read: investigator, supervisor (unit)',
  'importMappings.rename': 'write: investigator, supervisor (unit)',
  'importMappings.delete': 'write: investigator, supervisor (unit)',
  'extracts.inspect': 'action: investigator, supervisor (unit)',
  'extracts.preview': 'action: investigator, supervisor (unit)',
  'extracts.rows': 'read: investigator, supervisor (unit)',
  'extracts.apply': 'action: investigator, supervisor (unit)',
  'investigations.list': 'read: investigator, supervisor (unit)',
  'investigations.get': 'read: investigator, supervisor (unit)',
  'investigations.open': 'write: investigator, supervisor (unit)',
  'investigations.lead': 'write: investigator, supervisor (unit)',
  'investigations.wait': 'write: investigator, supervisor (unit)',
  'investigations.conclude': 'write: investigator, supervisor (unit)',
  'investigations.reopen': 'write: investigator, supervisor (unit)',
  'investigations.openItems': 'read: investigator, supervisor (unit)',
  'persons.list': 'read: investigator, supervisor (unit)',
  'persons.add': 'write: investigator, supervisor (unit)',
  'persons.change': 'write: investigator, supervisor (unit)',
  'persons.remove': 'write: investigator, supervisor (unit)',
  'identifiers.list': 'read: investigator, supervisor (unit)',
  'identifiers.add': 'write: investigator, supervisor (unit)',
  'identifiers.change': 'write: investigator, supervisor (unit)',
  'identifiers.remove': 'write: investigator, supervisor (unit)',
  'identifiers.window': 'read: investigator, supervisor (unit)',
  'identifiers.setWindow': 'write: supervisor (unit)',
  'identifiers.matches': 'read: investigator, supervisor (unit)',
  'offences.catalogue': 'read: investigator, supervisor, administrator (unit)',
  'offences.list': 'read: investigator, supervisor (unit)',
  'offences.add': 'write: investigator, supervisor (unit)',
  'offences.remove': 'write: investigator, supervisor (unit)',
  'offences.importCatalogue': 'action: administrator (unit)',
  'offences.importCodes': 'action: administrator (unit)',
  'arrests.record': 'write: investigator, supervisor (unit)',
  'charges.record': 'write: investigator, supervisor (unit)',
  'charges.advance': 'write: investigator, supervisor (unit)',
  'charges.accuse': 'write: investigator, supervisor (unit)',
  'charges.dispose': 'write: investigator, supervisor (unit)',
  'charges.persons': 'read: investigator, supervisor (unit)',
  'delays.list': 'read: investigator, supervisor (unit)',
  'delays.deduct': 'write: investigator, supervisor (unit)',
  'delays.remove': 'write: investigator, supervisor (unit)',
  'clearance.get': 'read: investigator, supervisor (unit)',
  'clearance.record': 'write: investigator, supervisor (unit)',
  'clearanceReasons.list': 'read: investigator, supervisor, administrator (unit)',
  'clearanceReasons.save': 'write: supervisor, administrator (unit)',
  'support.list': 'read: investigator, supervisor (unit)',
  'support.add': 'write: investigator, supervisor (unit)',
  'support.remove': 'write: investigator, supervisor (unit)',
  'tallies.get': 'read: supervisor (unit)',
  'tallies.setPolicy': 'write: supervisor (unit)',
  'tallies.save': 'write: supervisor (unit)',
  'authorities.catalogue': 'read: investigator, supervisor (unit)',
  'authorities.list': 'read: investigator, supervisor (unit)',
  'authorities.record': 'write: investigator, supervisor (unit)',
  'authorities.change': 'write: investigator, supervisor (unit)',
  'clocks.override': 'write: investigator, supervisor (unit)',
  'notes.list': 'read: investigator, supervisor (unit)',
  'notes.add': 'write: investigator, supervisor (unit)',
  'tasks.list': 'read: investigator, supervisor (unit)',
  'tasks.add': 'write: investigator, supervisor (unit)',
  'tasks.change': 'write: investigator, supervisor (unit)',
  'devices.list': 'read: investigator, supervisor (unit)',
  'devices.record': 'write: investigator, supervisor (unit)',
  'devices.change': 'write: investigator, supervisor (unit)',
  'devices.queue': 'read: investigator, supervisor (unit)',
  'due.list': 'read: investigator, supervisor (unit)',
  'due.counts': 'read: investigator, supervisor (unit)',
  'due.export': 'action: investigator, supervisor (unit)',
  'clockSettings.get': 'read: investigator, supervisor (unit)',
  'clockSettings.setParameter': 'write: supervisor (unit)',
  'clockSettings.setClosedDays': 'write: supervisor (unit)',
  'backlog.board': 'read: investigator, supervisor, coordinator',
  'backlog.files': 'read: investigator, supervisor (unit)',
  'backlog.flow': 'read: investigator, supervisor, coordinator',
  'backlog.ageing': 'read: investigator, supervisor (unit)',
  'backlog.agedFiles': 'read: investigator, supervisor (unit)',
  'backlog.survival': 'read: investigator, supervisor (unit)',
  'unitMonths.grid': 'read: supervisor, coordinator, administrator',
  'staffing.save': 'write: supervisor, administrator (unit)',
  'unitMonths.confirm': 'write: supervisor (unit)',
  'counterfactual.run': 'read: supervisor, coordinator',
  'counterfactual.sensitivity': 'read: supervisor, coordinator',
  'counterfactual.placebos': 'read: supervisor, coordinator',
  'figures.save': 'action: supervisor, coordinator',
  'assumptionSets.list': 'read: supervisor, coordinator',
  'assumptionSets.save': 'write: supervisor, coordinator',
  'assumptionSets.remove': 'write: supervisor, coordinator',
  'reference.export': 'action: coordinator (coordination)',
  'reference.inspect': 'action: supervisor, administrator (unit)',
  'reference.import': 'action: supervisor, administrator (unit)',
  'reference.get': 'read: supervisor, administrator (unit)',
  'reference.remove': 'write: supervisor, administrator (unit)',
  'frameworks.list': 'read: coordinator, administrator (coordination)',
  'frameworks.get': 'read: coordinator, administrator (coordination)',
  'frameworks.compare': 'read: coordinator (coordination)',
  'frameworks.inspect': 'action: coordinator (coordination)',
  'frameworks.import': 'action: coordinator (coordination)',
  'frameworks.export': 'action: coordinator (coordination)',
  'frameworks.schema': 'action: coordinator (coordination)',
  'entered.grid': 'read: coordinator (coordination)',
  'entered.save': 'write: coordinator (coordination)',
  'funding.rows': 'read: coordinator, administrator (coordination)',
  'funding.save': 'write: coordinator, administrator (coordination)',
  'funding.undo': 'write: coordinator, administrator (coordination)',
  'funding.previewFile': 'action: coordinator, administrator (coordination)',
  'funding.applyFile': 'action: coordinator, administrator (coordination)',
  'funding.exportFile': 'action: coordinator, administrator (coordination)',
  'funding.outlook': 'read: coordinator, administrator (coordination)',
  'reports.due': 'read: coordinator, administrator (coordination)',
  'reports.counts': 'read: coordinator, administrator (coordination)',
  'reports.setState': 'write: coordinator, administrator (coordination)',
  'reports.setReminders': 'write: coordinator, administrator (coordination)',
  'reports.export': 'action: coordinator, administrator (coordination)',
  'agreements.list': 'read: coordinator, administrator (coordination)',
  'agreements.save': 'write: coordinator, administrator (coordination)',
  'packs.preview': 'read: supervisor, administrator (unit)',
  'packs.export': 'action: supervisor, administrator (unit)',
  'packs.inspect': 'action: coordinator (coordination)',
  'packs.import': 'action: coordinator (coordination)',
  'packs.list': 'read: coordinator (coordination)',
  'packs.get': 'read: coordinator (coordination)',
  'keys.confirmed': 'read: coordinator, administrator (coordination)',
  'rollup.inspect': 'action: coordinator (coordination)',
  'rollup.import': 'action: coordinator (coordination)',
  'rollup.writeKit': 'action: coordinator (coordination)',
  'rollup.coverage': 'read: coordinator (coordination)',
  'rollup.national': 'read: coordinator (coordination)',
  'returns.list': 'read: coordinator (coordination)',
  'returns.prepare': 'read: coordinator (coordination)',
  'returns.lock': 'action: coordinator (coordination)',
  'returns.export': 'action: coordinator (coordination)',
  'returns.release': 'action: coordinator (coordination)',
  'tips.read': 'action: investigator, supervisor (unit)',
  'tips.matches': 'read: investigator, supervisor (unit)',
  'tips.log': 'write: investigator, supervisor (unit)',
  'templates.list': 'read: coordinator (coordination)',
  'templates.inspect': 'action: coordinator (coordination)',
  'templates.preview': 'read: coordinator (coordination)',
  'templates.save': 'write: coordinator (coordination)',
  'templates.remove': 'write: coordinator (coordination)',
  'returns.sinceLock': 'read: coordinator (coordination)',
  'returns.texts': 'read: coordinator (coordination)',
  'returns.explain': 'write: coordinator (coordination)',
  'returns.narrate': 'write: coordinator (coordination)',
  'returns.setActuals': 'write: coordinator (coordination)',
  'returns.attest': 'write: coordinator (coordination)',
  'returns.giveReason': 'write: coordinator (coordination)',
  'audit.list': 'read: administrator',
  'audit.verify': 'action: administrator',
  'app.about': 'main',
  'app.preferences': 'main',
  'app.setPreferences': 'main',
  'app.copy': 'main',
  'app.quit': 'main',
  'app.workspace': 'main',
  'workspaces.known': 'main',
  'workspaces.choose': 'main',
  'workspaces.chooseParent': 'main',
  'workspaces.forget': 'main',
  'workspaces.open': 'main',
  'workspaces.close': 'main',
  'files.choose': 'main',
  'files.save': 'main',
  'files.chooseFolder': 'main',
  'files.reveal': 'main',
  'session.lock': 'main',
  'jobs.cancel': 'main',
};

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
    expect(filesWith('protocol.handle')).toEqual(['electron/main/security.ts']);
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
