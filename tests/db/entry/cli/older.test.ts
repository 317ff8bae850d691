import { cpSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import { directly, documentOf, makeWorkspace, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let unit: Awaited<ReturnType<typeof makeWorkspace>>;
let seenPath: string;

/** A workspace that this computer saw further than it is now. */
it.beforeAll(async () => {
  seenPath = place.at('seen.json');
  unit = await makeWorkspace(place, 'unit', ['U01']);
  const kept = place.at('kept');
  cpSync(unit.folder, kept, { recursive: true });
  expect((await vigie(['backup', 'make', ...unit.access], { seenPath })).exitCode).toBe(0);
  rmSync(unit.folder, { recursive: true });
  cpSync(kept, unit.folder, { recursive: true });
});

it('an older workspace is refused with the way on, in both languages', async () => {
  for (const [locale, said] of [
    ['en', 'Restore the latest backup, or repeat with --older-reason'],
    ['fr', 'Restaurez la dernière sauvegarde, ou répétez avec --older-reason'],
  ] as const) {
    const { exitCode, err } = await vigie(['backup', 'list', ...unit.access, '--lang', locale], { seenPath });
    expect(exitCode).toBe(1);
    expect(err).toContain(said);
  }
});

it('is opened with a reason, which the audit keeps, and then as any other', async () => {
  const reason = 'The disk failed on Monday';
  const opened = await vigie(['backup', 'list', ...unit.access, '--older-reason', reason, '--json'], { seenPath });
  expect(documentOf(opened).ok).toBe(true);
  await directly(unit.folder, 'worker', ({ store }) => {
    const { raw } = store.requireUnlocked();
    const entry = raw.prepare("SELECT sequence FROM audit_entry WHERE method = 'session.continueOlder'").pluck();
    const value = raw.prepare("SELECT value FROM audit_value WHERE sequence = ? AND side = 'after'").pluck();
    expect(value.get(entry.get())).toBe(JSON.stringify(reason));
    return Promise.resolve();
  });
  expect((await vigie(['backup', 'list', ...unit.access], { seenPath })).exitCode).toBe(0);
});
