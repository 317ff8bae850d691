import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGrants, type GrantedPath } from '../../../electron/main/grants.ts';
import { createLeftAt } from '../../../electron/main/leftAt.ts';
import { createStoreCalls } from '../../../electron/main/storeCalls.ts';
import type { StoreProcess } from '../../../electron/main/storeProcess.ts';
import { createWorkspaceInUse } from '../../../electron/main/workspaceInUse.ts';
import { openWorkspaces } from '../../../electron/main/workspaces.ts';

vi.mock('electron', () => ({}));

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'vigie-main-'));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

/** Main with a store that answers every call with `value`. */
function setUp(value: unknown) {
  const asked: { method: string; input: unknown; granted: readonly GrantedPath[] }[] = [];
  const steps: string[] = [];
  let open = false;
  const store: StoreProcess = {
    start: () => Promise.resolve(void steps.push('start')),
    stop: () => {
      open = false;
      return Promise.resolve(void steps.push('stop'));
    },
    hasWorkspace: () => open,
    open: (folder) => {
      open = true;
      steps.push(`open ${folder}`);
      return Promise.resolve({ ok: true, value: { kind: 'unit', demonstration: false, other: null, signIns: [] } });
    },
    call: (method, input, granted) => {
      asked.push({ method, input, granted });
      return Promise.resolve({ ok: true, value });
    },
    cancel: () => undefined,
    versions: () => Promise.resolve(null),
  };
  const idleLock = {
    watch: () => undefined,
    begin: (minutes: number) => void steps.push(`idle ${minutes}`),
    end: () => void steps.push('idle off'),
  };
  const grants = createGrants();
  const list = join(place, 'known.json');
  const workspaces = openWorkspaces({ list, demonstration: join(place, 'demonstration'), grants });
  const replacePage = (): Promise<void> => Promise.resolve(void steps.push('blank'));
  const inUse = createWorkspaceInUse({
    store,
    grants,
    idleLock,
    replacePage,
    copied: { forget: () => Promise.resolve() },
  });
  const passOn = createStoreCalls({ store, grants, workspaces, inUse, idleLock, leftAt: createLeftAt() });
  const kept = (): unknown => JSON.parse(readFileSync(list, 'utf8'));
  return { asked, steps, grants, workspaces, inUse, passOn, kept };
}

const session = { workspace: { idleMinutes: 12 } };

test('an input reaches the store as it came, with the paths of its tokens beside it', async () => {
  const { asked, grants, passOn } = setUp({});
  const input = { file: grants.give('/a/list.csv', 'file'), rubbish: [1, { deep: true }] };
  await passOn('imports.inspect', input);
  expect(asked).toEqual([
    { method: 'imports.inspect', input, granted: [{ token: input.file, path: '/a/list.csv', access: 'read' }] },
  ]);
  expect(asked[0]!.input).toBe(input);
});

test('a created workspace is remembered, in use, and locks by itself', async () => {
  const { steps, grants, inUse, passOn, kept } = setUp({ recoveryKey: 'key', session });
  const reply = await passOn('workspace.create', { parent: grants.give(place, 'file'), name: ' North ' });
  expect(reply).toEqual({ ok: true, value: { recoveryKey: 'key', session } });
  expect(inUse.folder()).toBe(join(place, 'North.vigie'));
  expect(kept()).toEqual({ folders: [join(place, 'North.vigie')] });
  expect(steps).toEqual(['idle 12']);
});

test('the reply with the recovery key arrives even where the list cannot be written', async () => {
  const { grants, passOn } = setUp({ recoveryKey: 'key', session });
  mkdirSync(join(place, 'known.json'));
  const reply = await passOn('workspace.create', { parent: grants.give(place, 'file'), name: 'North' });
  expect(reply).toMatchObject({ ok: true, value: { recoveryKey: 'key' } });
});

test('the demonstration is built in a folder of main’s and joins the list', async () => {
  const { asked, workspaces, passOn } = setUp({ folders: ['Unit.vigie', 'Coordination.vigie'] });
  await passOn('demonstration.prepare', { jobId: crypto.randomUUID() });
  expect(asked[0]!.granted).toEqual([
    { token: '00000000-0000-4000-8000-000000000001', path: join(place, 'demonstration'), access: 'write' },
  ]);
  expect(workspaces.known().map(({ name, demonstration }) => [name, demonstration])).toEqual([
    ['Coordination', true],
    ['Unit', true],
  ]);
});

test('a reply cannot put a folder elsewhere on the list', async () => {
  const { workspaces, passOn } = setUp({ folders: ['../../North.vigie'] });
  await passOn('demonstration.prepare', { jobId: crypto.randomUUID() });
  expect(workspaces.known()).toEqual([]);
});

test('the idle time follows the sign-in and the setting', async () => {
  const signedIn = setUp(session);
  await signedIn.passOn('session.signIn', {});
  await signedIn.passOn('settings.save', { marking: 'PROTECTED B', idleMinutes: 3 });
  expect(signedIn.steps).toEqual(['idle 12', 'idle 3']);
});

test('a lock blanks the page, ends the store, starts another, and still names the workspace', async () => {
  const { steps, grants, inUse, passOn } = setUp(session);
  await inUse.open('/a/North.vigie');
  await passOn('session.signIn', {});
  const file = grants.give('/a/list.csv', 'file');
  steps.length = 0;
  await Promise.all([inUse.lock(), inUse.lock()]);
  expect(steps).toEqual(['idle off', 'stop', 'blank', 'start']);
  expect(inUse.folder()).toBe('/a/North.vigie');
  expect(grants.path(file, 'file')).toBeNull();
});

test('asking twice for a workspace opens it once, until someone has signed in', async () => {
  const { steps, inUse, passOn } = setUp(session);
  const opens = (): string[] => steps.filter((step) => step.startsWith('open'));
  expect(await inUse.open('/a/North.vigie')).toEqual(await inUse.open('/a/North.vigie'));
  expect(opens()).toEqual(['open /a/North.vigie']);
  await inUse.open('/a/South.vigie');
  await passOn('session.signIn', {});
  await inUse.open('/a/South.vigie');
  expect(opens()).toEqual(['open /a/North.vigie', 'open /a/South.vigie', 'open /a/South.vigie']);
});

test('leaving a workspace blanks the page only after a sign-in', async () => {
  const { steps, inUse, passOn } = setUp(session);
  await inUse.open('/a/North.vigie');
  await inUse.close();
  expect(steps).not.toContain('blank');
  await inUse.open('/a/North.vigie');
  await passOn('session.signIn', {});
  await inUse.close();
  expect(steps).toContain('blank');
  expect(inUse.folder()).toBeNull();
});

test('a workspace says its kind before any passphrase, and null where it cannot', () => {
  const { workspaces } = setUp({});
  const folder = join(place, 'North.vigie');
  expect(workspaces.describe(folder)).toMatchObject({ name: 'North', kind: null, demonstration: false });
  mkdirSync(folder);
  writeFileSync(join(folder, 'keys.json'), '{ "kind": "coordination", "demonstration": true, "slots": [] }');
  expect(workspaces.describe(folder)).toMatchObject({ name: 'North', kind: 'coordination', demonstration: true });
  writeFileSync(join(folder, 'keys.json'), 'not JSON');
  expect(workspaces.describe(folder).kind).toBeNull();
});
