import { cpSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import { documentOf, makeWorkspace, newPlace, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let unit: Awaited<ReturnType<typeof makeWorkspace>>;
let seenPath: string;

/** Another workspace in the folder of one that this computer has used. */
it.beforeAll(async () => {
  seenPath = place.at('seen.json');
  unit = await makeWorkspace(place, 'unit', ['U01']);
  expect((await vigie(['backup', 'list', ...unit.access], { seenPath })).exitCode).toBe(0);
  const other = newPlace();
  const { folder } = await makeWorkspace(other, 'unit', ['U01']);
  rmSync(unit.folder, { recursive: true });
  cpSync(folder, unit.folder, { recursive: true });
  other.dispose();
});

it('another workspace in a known folder is refused before the passphrase is read, in both languages', async () => {
  for (const [locale, said] of [
    ['en', 'Do not give the passphrase'],
    ['fr', 'Ne donnez pas la phrase de passe'],
  ] as const) {
    const [, ...access] = [...unit.access, '--lang', locale].map((each, index, all) =>
      all[index - 1] === '--passphrase-file' ? place.at('not there') : each,
    );
    const { exitCode, err } = await vigie(['backup', 'list', unit.access[0], ...access], { seenPath });
    expect(exitCode).toBe(1);
    expect(err).toContain(said);
  }
});

it('is opened with a reason, and then as any other', async () => {
  const reason = 'The administrator replaced it';
  const opened = await vigie(['backup', 'list', ...unit.access, '--other-reason', reason, '--json'], { seenPath });
  expect(documentOf(opened).ok).toBe(true);
  expect((await vigie(['backup', 'list', ...unit.access], { seenPath })).exitCode).toBe(0);
});
