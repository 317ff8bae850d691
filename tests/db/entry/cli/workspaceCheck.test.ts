import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeWorkspace, newPlace, vigie } from './support.ts';

it('a workspace is read whole by a command, which says so or that it is damaged, in both languages', async () => {
  const place = newPlace();
  try {
    const { folder, access } = await makeWorkspace(place, 'unit', ['U01']);
    const check = (lang: string) => vigie(['workspace', 'check', ...access, '--lang', lang]);
    const path = join(folder, 'store.db');
    const pages = statSync(path).size / 4096;
    expect(await check('en')).toMatchObject({
      exitCode: 0,
      out: `The file of the workspace is whole: ${String(pages)} pages were read.\n`,
    });
    expect((await check('fr')).out).toMatch(/^Le fichier de l’espace de travail est intact/);
    const bytes = readFileSync(path);
    bytes[bytes.length - 2000] = bytes[bytes.length - 2000]! ^ 1;
    writeFileSync(path, bytes);
    const damaged = await check('en');
    expect([damaged.exitCode, damaged.err.includes('The workspace is damaged')]).toEqual([1, true]);
    expect((await check('fr')).err).toContain('L’espace de travail est endommagé');
  } finally {
    place.dispose();
  }
});
