import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { makeWorkspace, valueOf, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let unit: Awaited<ReturnType<typeof makeWorkspace>>;
let access: readonly string[];
let file: string;

it.beforeAll(async () => {
  unit = await makeWorkspace(place, 'unit', ['U01']);
  access = ['--workspace', unit.folder, '--login', 'admin'];
  ({ file } = await valueOf<{ file: string }>(['backup', 'make', ...access]));
});

it('vigie breach-report counts what a computer or a backup held, in both languages, and writes the page', async () => {
  const output = place.at('report.html');
  const computer = await vigie(['breach-report', ...access, '--output', output]);
  expect([computer.exitCode, computer.err]).toEqual([0, '']);
  expect(computer.out).toMatch(/Breach report - This computer/);
  expect(computer.out).toMatch(/Accounts of this workspace +2/);
  expect(computer.out).toMatch(/Recovery key +opens it/);
  expect(readFileSync(output, 'utf8')).toContain('<h1>Breach report</h1>');
  const backup = await vigie(['breach-report', ...access, '--backup', file, '--lang', 'fr']);
  expect(backup.out).toMatch(/Rapport d’atteinte à la vie privée - Une sauvegarde/);
  expect(backup.out).toMatch(/Clé de récupération +l’ouvre/);
  const value = await valueOf<{ ways: { people: number } }>(['breach-report', ...access]);
  expect(value.ways.people).toBe(2);
});

it('refuses what is not there, and who may not', async () => {
  expect((await vigie(['breach-report', ...access, '--backup', 'none.vigiebackup'])).exitCode).toBe(2);
  expect((await vigie(['breach-report', ...access, '--export', '1'])).exitCode).toBe(1);
  expect((await vigie(['breach-report', ...access, '--export', 'x'])).exitCode).toBe(2);
  const path = place.at('worker.html');
  const worker = await vigie(['breach-report', '--workspace', unit.folder, '--login', 'worker', '--output', path]);
  expect([worker.exitCode, existsSync(path)]).toEqual([1, false]);
});
