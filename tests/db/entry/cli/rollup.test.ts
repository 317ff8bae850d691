import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tabs } from '../../../../db/reporting/rollup/kit/form.ts';
import { editForm, fillMonths, fillUnit } from '../../../support/kitForm.ts';
import { copyOf, createOffice, newSenders, type Office } from '../../../support/offices.ts';
import { documentOf, makeWorkspace, newPlace, vigie } from './support.ts';

const place = newPlace();
let offices: readonly Office[];
let access: readonly string[];
let inbox: string;
beforeAll(async () => {
  offices = [
    await createOffice(newSenders('U01'), {}, 'NORTH'),
    await createOffice(newSenders('U02'), {}, 'SOUTH'),
    await createOffice(newSenders('U03'), {}, 'WEST'),
  ];
  ({ access } = await makeWorkspace(place, 'coordination'));
  inbox = place.at('received');
  mkdirSync(inbox);
  for (const office of offices) copyOf(await office.send(), inbox, office.code);
  const spoiled = join(inbox, 'WEST', 'ledger.csv');
  writeFileSync(spoiled, `${readFileSync(spoiled, 'utf8')} `);
}, 60_000);
afterAll(() => {
  for (const office of offices) office.dispose();
  place.dispose();
});

interface Value {
  readonly sources: readonly { name: string; verdict: string; problems: readonly { code: string; file: string }[] }[];
  readonly coverage: { readonly units: readonly { code: string }[]; readonly whole: number } | null;
}

const keys = (count: number): readonly string[] =>
  offices.slice(0, count).flatMap((each) => ['--confirm-fingerprint', each.fingerprint]);

async function rollUp(...args: readonly string[]): Promise<{ readonly exitCode: number; readonly value: Value }> {
  const ran = await vigie(['return', 'rollup', ...args, ...access, '--json']);
  return { exitCode: ran.exitCode, value: documentOf(ran).value as unknown as Value };
}

const verdictsOf = ({ sources }: Value) => sources.map(({ name, verdict }) => `${name} ${verdict}`).sort();

describe('vigie return rollup', () => {
  it('waits for keys to be confirmed, and says so by its exit code', async () => {
    const { exitCode, value } = await rollUp(join(inbox, 'NORTH'), join(inbox, 'SOUTH'), ...keys(1));
    expect(exitCode).toBe(4);
    expect(verdictsOf(value)).toEqual(['NORTH imported', 'SOUTH key_unconfirmed']);
    expect(value.coverage?.units.map(({ code }) => code)).toEqual(['U01']);
  });

  it('takes in what holds of a folder and refuses what was tampered with, with its reason', async () => {
    const { exitCode, value } = await rollUp(inbox, ...keys(3));
    expect(exitCode).toBe(3);
    expect(verdictsOf(value)).toEqual(['NORTH held', 'SOUTH imported', 'WEST refused']);
    const refused = value.sources.find(({ name }) => name === 'WEST');
    expect(refused?.problems).toEqual([{ code: 'file_changed', file: 'ledger.csv' }]);
    expect(value.coverage).toMatchObject({ whole: 2 });
    const french = await vigie(['return', 'rollup', inbox, ...access, '--lang', 'fr']);
    expect(french.out).toContain('WEST\u00a0: refusé');
    expect(french.out).toContain('Un fichier a été modifié après la signature. (ledger.csv)');
  });

  it('ends well where everything is here, and says where there is nothing', async () => {
    expect((await rollUp(join(inbox, 'NORTH'), join(inbox, 'SOUTH'))).exitCode).toBe(0);
    const empty = place.at('empty');
    mkdirSync(empty);
    const { exitCode, value } = await rollUp(empty);
    expect([exitCode, value.sources]).toEqual([1, []]);
  });
});

describe('an unsigned form', () => {
  const form = (): string => join(inbox, '..', 'form.xlsx');
  const rolled = async (language: string) =>
    (await vigie(['return', 'rollup', form(), ...access, '--lang', language])).out.split('\n');
  beforeAll(async () => {
    await vigie(['return', 'kit', '--quarter', '2026-27:2', '--output', form(), ...access]);
    await editForm(form(), (workbook) => {
      fillUnit(workbook);
      fillMonths(workbook);
    });
  });

  it('shows its figures by month before it is imported, in columns', async () => {
    const english = await rolled('en');
    expect(english).toContain('form.xlsx: unsigned: imported only with --accept-unsigned');
    const at = english.findIndex((line) => line.startsWith('  Month'));
    expect(english.slice(at, at + 4).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['Month', 'Opening balance', 'In', 'Out', 'Closing balance', 'Other figures', 'Status'],
      ['2026-07', '100', '18', '12', '106', '18 of 18', 'Complete'],
      ['2026-08', '106', '18', '12', '112', '18 of 18', 'Partial'],
      ['2026-09', '112', '18', '12', '118', '17 of 18', 'Complete'],
    ]);
    expect(new Set(english.slice(at, at + 4).map((line) => line.length)).size).toBe(1);
    const french = await rolled('fr');
    expect(
      french
        .find((line) => line.startsWith('  Mois'))
        ?.trim()
        .split(/ {2,}/),
    ).toEqual(['Mois', 'Solde d’ouverture', 'Entrées', 'Sorties', 'Solde de clôture', 'Autres chiffres', 'Statut']);
  });

  it('names the cell, what was found and what was expected where its closing count is not the balance', async () => {
    await editForm(form(), (workbook) => {
      workbook.getWorksheet(tabs.unit)!.getCell('D9').value = 999;
    });
    expect(await rolled('en')).toContain(
      `  The closing count is 999, but the opening count and the movements lead to 118: correct one of them. (${tabs.unit}!D9)`,
    );
    expect((await rolled('fr')).find((line) => line.includes(`(${tabs.unit}!D9)`))).toContain('donnent 118');
  });
});
