import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { encoded, messyRegister } from '../../../support/messyRegister.ts';
import { makeWorkspace, valueOf, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let unit: Awaited<ReturnType<typeof makeWorkspace>>;
const register = messyRegister(200, 7, '2026-09-01');

it.beforeAll(async () => {
  unit = await makeWorkspace(place, 'unit', ['U01', 'U02']);
  place.write('register.csv', encoded(register.text, 'windows-1252'));
});

interface Suggestion {
  readonly headerLine: number;
  readonly columns: Record<string, string | number>;
  readonly values: { readonly unitCode: Record<string, string | null> };
  readonly toCheck: { readonly unitCode: readonly string[] };
}

describe('a register, by the command line', () => {
  it('has its mapping written, corrected and imported with, once', async () => {
    const command = ['import', 'referrals', place.at('register.csv'), ...unit.access];
    const path = place.at('mapping.json');
    await valueOf([...command, '--suggest', path]);
    const suggested = JSON.parse(readFileSync(path, 'utf8')) as Suggestion;
    expect(suggested).toMatchObject({
      headerLine: 4,
      columns: { receivedOn: 'Date réception', externalNumber: 'No de dossier', conclusion: 'Statut' },
    });
    // The workspace calls its units otherwise than the register does.
    expect(suggested.toCheck.unitCode.length).toBeGreaterThan(0);
    expect(suggested.values.unitCode['U01']).toBe('U01');
    const unitCode = Object.fromEntries(
      Object.entries(suggested.values.unitCode).map(([text, code]) => [
        text,
        code ?? (/orme/i.test(text) ? 'U02' : 'U01'),
      ]),
    );
    const corrected = place.write(
      'corrected.json',
      JSON.stringify({ ...suggested, values: { ...suggested.values, unitCode } }),
    );
    const imported = await valueOf<{ imported: number; passedOver: number }>([...command, '--mapping', corrected]);
    expect(imported).toMatchObject({ imported: register.rows.length, passedOver: register.others });
    expect(await valueOf<{ imported: number }>(command)).toMatchObject({ imported: 0, remembered: true });
  });

  it.each([
    ['source', 'nonsense', 'values.source.Citoyen'],
    ['conclusion', 'closed', 'values.conclusion.Citoyen'],
    ['riskBand', 'urgent', 'values.riskBand.Citoyen'],
    ['unitCode', 'U99', 'U99'],
  ])('refuses a mapping that leads a text to no %s', async (field, code, named) => {
    const file = place.write('small.csv', 'Reçu le;Source;Unité\n2026-01-05;Citoyen;U01\n');
    const mapping = place.write('wrong.json', JSON.stringify({ values: { [field]: { Citoyen: code } } }));
    const ran = await vigie(['import', 'referrals', file, ...unit.access, '--mapping', mapping]);
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain(named);
  });

  it('names the columns that it does not read, in what it prints and in the mapping that it writes', async () => {
    const file = place.write('more.csv', 'Reçu le;Source;Unité;Local;Pièces\n2026-01-05;Citoyen;U01;B2;3\n');
    const command = ['import', 'referrals', file, ...unit.access];
    expect((await vigie([...command, '--dry-run'])).out).toContain('Columns that are not read: Local | Pièces');
    const written = place.at('more.json');
    await valueOf([...command, '--suggest', written]);
    expect(JSON.parse(readFileSync(written, 'utf8'))).toMatchObject({ notRead: ['Local', 'Pièces'] });
    expect((await vigie([...command, '--dry-run', '--mapping', written])).exitCode).toBe(0);
  });

  it('names a second table whose columns are not all read', async () => {
    const lines = [
      'Reçu le;Source;Unité;',
      '2026-01-05;Citoyen;U01;',
      'Reçu le;Source;Unité;Fermé',
      '2025-01-05;Citoyen;U01;2025',
    ];
    const ran = await vigie([
      'import',
      'referrals',
      place.write('two.csv', lines.join('\n')),
      ...unit.access,
      '--dry-run',
    ]);
    expect(ran.out).toContain('Line 3 has columns that the first table has not, which are not read: Reçu le · Source');
  });

  it('refuses a mapping that is no JSON, or that says one thing twice', async () => {
    const file = place.write('one.csv', 'Reçu le;Source;Unité\n2026-01-05;Citoyen;U01\n');
    const say = async (text: string) => {
      const args = ['import', 'referrals', file, ...unit.access, '--mapping', place.write('hand.json', text)];
      return (await vigie(args)).err;
    };
    expect(await say('{"values": {\n"source" "x"}}')).toContain('line 2, column 10');
    expect(await say('{"values": {"source": {"Citoyen": "public", "Citoyen": "school"}}}')).toContain(
      '“Citoyen” twice',
    );
  });

  it('asks first where more than a tenth of its rows rest on one assumption', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `2026-01-${String(index + 1).padStart(2, '0')};Grundo;U01`);
    const file = place.write('odd.csv', ['Reçu le;Source;Unité', ...rows, ''].join('\n'));
    const ran = await vigie(['import', 'referrals', file, ...unit.access]);
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('“Grundo” = other');
    const accepted = await valueOf<{ imported: number }>([
      ...['import', 'referrals', file, '--accept-assumed'],
      ...unit.access,
    ]);
    expect(accepted.imported).toBe(20);
  });

  it('asks first where more than a tenth of its rows would come in without their band', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')};DPJ;U01;Zorb`);
    const file = place.write('bands.csv', ['Reçu le;Source;Unité;Risque', ...rows, ''].join('\n'));
    const ran = await vigie(['import', 'referrals', file, ...unit.access]);
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('“Zorb” = null');
  });
});
