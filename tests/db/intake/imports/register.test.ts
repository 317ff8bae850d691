import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import type { ImportMapping } from '#contract/intake/imports';
import type { Output } from '#contract/index';
import { readRegister } from '../../../support/importRegister.ts';
import { today } from '../../../support/store.ts';
import { encoded, messyRegister, unitNames, type MessyRegister, type TrueRow } from '../../../support/messyRegister.ts';
import { westernRegister, westernUnits } from '../../../support/westernRegister.ts';
import { grantOf, newJob, officerOfUnits, writeFile } from './support.ts';
import { isWhole } from '../../../support/whole.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let unitIds: Readonly<Record<string, UnitId>>;
beforeEach(async () => {
  unitIds = await officerOfUnits(test, { ...unitNames, ...westernUnits });
});

const preview = (content: string | Uint8Array, change: Partial<ImportMapping> = {}) =>
  readRegister(test, grantOf(test, writeFile(test, content)), change);

const apply = (previewId: string) => test.call('imports.apply', { previewId, jobId: newJob() });

interface Stored {
  readonly unit_id: string;
  readonly source: string;
  readonly received_on: string;
  readonly external_number: string | null;
  readonly priority_received: string | null;
  readonly summary: string;
  readonly state: string;
  readonly state_on: string;
  readonly state_on_latest: string | null;
}

const stored = (): readonly Stored[] =>
  test.store.requireUnlocked().raw.prepare('SELECT * FROM referral').all() as Stored[];

/** A row counts as imported when every field equals its truth. */
function isTrue(row: Stored, truth: TrueRow): boolean {
  const { ended } = truth;
  const end = ended === null ? row.received_on : ended.from;
  const latest = ended === null || ended.from === ended.to ? null : ended.to;
  return (
    row.unit_id === unitIds[truth.unit] &&
    row.source === truth.source &&
    row.received_on === truth.receivedOn &&
    row.external_number === truth.externalNumber &&
    row.priority_received === truth.priority &&
    row.summary === truth.summary &&
    row.state === truth.state &&
    row.state_on === end &&
    row.state_on_latest === latest
  );
}

type Made = readonly [name: string, encoding: 'windows-1252' | 'utf-16', make: () => MessyRegister];
/** Of which one in forty may be left to the person who imports. */
const size = isWhole ? 2000 : 800;
const western: Made = ['western', 'windows-1252', () => westernRegister(size, 7, today)];
const eastern: readonly Made[] = [
  ['eastern', 'utf-16', () => messyRegister(size, 2, today)],
  ['eastern', 'windows-1252', () => messyRegister(size, 1, today)],
];

describe('a register as a unit keeps it', () => {
  it.each([western, ...eastern.slice(0, isWhole ? 2 : 1)])(
    'imports with no work in a spreadsheet (%s, in %s): 39 rows of 40 true in every field, and why of the others',
    async (_, encoding, make) => {
      const register = make();
      const { inspected, preview: found } = await preview(encoded(register.text, encoding));
      expect(inspected.reading).toEqual({ kind: 'csv', encoding, separator: ';' });
      expect(found.passedOver.total).toBe(register.others);
      const left = found.rows - found.counts.new;
      const { imported } = await apply(found.previewId);
      expect(imported).toBe(found.counts.new);
      const rows = new Map(stored().map((row) => [row.summary.slice(0, 6), row]));
      const good = register.rows.filter((truth) => {
        const row = rows.get(truth.mark);
        return row !== undefined && isTrue(row, truth);
      });
      expect(good.length).toBeGreaterThanOrEqual((size * 39) / 40);
      const said = (verdict: 'duplicate' | 'conflict' | 'invalid'): Promise<Output<'imports.previewRows'>> =>
        test.call('imports.previewRows', { previewId: found.previewId, verdict, offset: 0, size: 200 });
      const others = [await said('duplicate'), await said('conflict'), await said('invalid')].flatMap(
        (each) => each.rows,
      );
      expect(others.length).toBe(left);
      expect(others.every(({ reasons }) => reasons.length > 0)).toBe(true);
    },
    60_000,
  );

  it('brings nothing the second time, rows without a number included', async () => {
    const register = messyRegister(120, 3, today);
    const first = await preview(register.text);
    await apply(first.preview.previewId);
    const again = await preview(register.text);
    expect(again.preview.counts.new).toBe(0);
    expect(again.preview.reasons.row_imported_already).toBe(
      register.rows.filter(({ externalNumber }) => externalNumber === null).length,
    );
    // Two rows that say the same are two referrals, and known again as two.
    const twins = 'Reçu le;Source;Unité\n2026-01-05;Citoyen;U01\n2026-01-05;Citoyen;U01\n';
    const two = await preview(twins);
    expect(two.preview.counts.new).toBe(2);
    await apply(two.preview.previewId);
    expect((await preview(`${twins}2026-01-05;Citoyen;U01\n`)).preview.counts).toMatchObject({ new: 1, duplicate: 2 });
  });
});

describe('the dates of a register', () => {
  const lines = (dates: readonly string[]) =>
    ['Reçu le;Source;Unité', ...dates.map((each) => `${each};Citoyen;U01`), ''].join('\n');

  it('are read in the order that the column shows: a day above 12 anywhere settles it', async () => {
    const { survey, preview: found } = await preview(lines(['03/04/2025', '04/03/2025', '04/25/2025']));
    expect(survey.dates).toMatchObject([{ field: 'receivedOn', order: 'month_first', isEvident: true, unread: 0 }]);
    expect(found.reasons.date_order_assumed).toBeUndefined();
    await apply(found.previewId);
    expect(
      stored()
        .map((row) => row.received_on)
        .sort(),
    ).toEqual(['2025-03-04', '2025-04-03', '2025-04-25']);
  });

  it('are read in the order that was asked for where nothing shows another', async () => {
    const { survey } = await preview(lines(['03/04/2025', '05/06/2025']), { dateOrder: 'month_first' });
    expect(survey.dates).toMatchObject([{ order: 'month_first', isEvident: false, ambiguous: 2 }]);
  });

  it('have no order to show where each has its year first', async () => {
    const ordered = async (dates: readonly string[]) => (await preview(lines(dates))).survey.dates[0]?.isOrdered;
    expect(await ordered(['2025-04-03', '3 mars 2025', '2025'])).toBe(false);
    expect(await ordered(['2025-04-03', '05/06/2025'])).toBe(true);
    expect(await ordered(['13-01-26', '14-02-27'])).toBe(true);
  });

  it('that nothing settles are counted and shown as understood', async () => {
    const { survey, preview: found } = await preview(lines(['03/04/2025', '05/06/2025', '2025-07-07']));
    expect(survey.dates).toMatchObject([{ order: 'day_first', isEvident: false, ambiguous: 2 }]);
    expect(found.reasons.date_order_assumed).toBe(2);
    const { rows } = await test.call('imports.previewRows', {
      ...{ previewId: found.previewId, verdict: 'new', offset: 0, size: 9 },
    });
    expect(rows.map(({ understood }) => understood?.receivedOn)).toEqual(['2025-04-03', '2025-06-05', '2025-07-07']);
  });

  it('begin with the name of a day that may be that of a month', async () => {
    const { preview: found } = await preview(lines(['mar. 16 mars 2021', 'mar. 2 juin 2020', 'mars 16, 2021']));
    await apply(found.previewId);
    const days = stored().map((row) => row.received_on);
    expect(days.toSorted()).toEqual(['2020-06-02', '2021-03-16', '2021-03-16']);
  });

  it('that cannot be read are shown before those of the same form that can', async () => {
    const { survey } = await preview(lines(['30/04/2025', '31/02/2025', '29/04/2025']));
    expect(survey.dates[0]?.examples).toEqual([{ text: '31/02/2025', from: null, to: null }]);
  });

  it('are refused, with the reason, where they are none, lie ahead or have no day', async () => {
    const { preview: found } = await preview(lines(['31/02/2025', '2027-01-01', '2019', '2025-01-05']));
    expect(found.counts).toMatchObject({ new: 1, invalid: 3 });
    expect(found.reasons).toEqual({
      ...{ date_not_real: 1, date_in_future: 1, date_without_day: 1 },
      state_not_given: 1,
    });
    // Nor does a short year turn such a day into one of another century.
    expect((await preview(lines(['31/02/25', '2025-01-05']))).preview.reasons).toEqual({
      ...{ date_not_real: 1, state_not_given: 1 },
    });
  });
});

describe('a row without a date', () => {
  it('that speaks of a sum is refused by name, and is no total', async () => {
    const text = 'Reçu le;Source;Unité;Numéro;Sommaire\n;Citoyen;U01;A-1;Somme de 500 $ exigée\nTotal;;;2;\n';
    const { preview: found } = await preview(text);
    expect(found.counts).toMatchObject({ new: 0, invalid: 1 });
  });
});

describe('the end of a row', () => {
  it('that says two things at once is to be looked at', async () => {
    const { survey } = await preview('Reçu le;Source;Unité;Statut\n2026-03-05;Citoyen;U01;Enquête terminée\n');
    const values = survey.values.find(({ field }) => field === 'conclusion')?.texts;
    expect(values).toMatchObject([{ text: 'Enquête terminée', isSure: false }]);
  });

  it.each(['Linked to an investigation', 'Lié à une enquête'])(
    'that is in an investigation (%s) is to be looked at, since it would be open beside it',
    async (text) => {
      const { survey } = await preview(`Reçu le;Source;Unité;Statut\n2026-03-05;Citoyen;U01;${text}\n`);
      const values = survey.values.find(({ field }) => field === 'conclusion')?.texts;
      expect(values).toMatchObject([{ text, code: 'open', isSure: false }]);
    },
  );

  it('whose day is unknown is history: its months are partial, and as they were once the import is undone', async () => {
    const text = 'Reçu le;Source;Unité;Fermé le;Statut\n2026-03-05;Citoyen;U01;;Fermé\n2026-04-05;Citoyen;U01;;???\n';
    const { preview: found } = await preview(text);
    expect(found.reasons).toEqual({ closing_day_unknown: 1, state_unclear: 1 });
    const { importId } = await apply(found.previewId);
    expect(stored().map(({ state, state_on, state_on_latest }) => [state, state_on, state_on_latest])).toEqual([
      ['concluded', '2026-03-05', today],
      ['received', '2026-04-05', null],
    ]);
    const months = () =>
      test.store
        .requireUnlocked()
        .raw.prepare("SELECT month, value, status FROM unit_month WHERE measure = 'concluded' ORDER BY month")
        .all();
    const partial = ['03', '04', '05', '06', '07', '08', '09', '10', '11'].map((month) => ({
      month: `2026-${month}`,
      value: 0,
      status: 'partial',
    }));
    expect(months()).toEqual(partial);
    await test.call('imports.undo', { importId, jobId: newJob() });
    expect(months()).toEqual([]);
  });

  it('leaves no month partial once every import that called it so is undone, in whatever order', async () => {
    const history = (number: string) =>
      `Reçu le;Source;Unité;Fermé le;Statut;Numéro\n2026-03-05;Citoyen;U01;;Fermé;${number}\n`;
    const imported = async (number: string) =>
      (await apply((await preview(history(number))).preview.previewId)).importId;
    const statuses = () =>
      test.store
        .requireUnlocked()
        .raw.prepare("SELECT DISTINCT status FROM unit_month WHERE measure = 'concluded'")
        .all();
    for (const order of [0, 1]) {
      const both = [await imported(`A-${String(order)}`), await imported(`B-${String(order)}`)];
      const [first, last] = order === 0 ? both : both.toReversed();
      await test.call('imports.undo', { importId: first!, jobId: newJob() });
      expect(statuses()).toEqual([{ status: 'partial' }]);
      await test.call('imports.undo', { importId: last!, jobId: newJob() });
      expect(statuses()).toEqual([]);
    }
  });
});

describe('a list that Vigie wrote', () => {
  it('is read back: what is there already is known by its number', async () => {
    const { U01: unitId } = unitIds;
    for (const externalNumber of ['=E-1', 'E-2'])
      await test.call('referrals.log', {
        ...{ unitId: unitId!, source: 'public', receivedOn: '2026-10-05' },
        externalNumber,
      });
    const path = join(test.parent, 'list.csv');
    const headers = {
      receivedOn: 'Received',
      number: 'Number',
      source: 'Source',
      externalNumber: 'External no.',
      state: 'State',
      unit: 'Unit',
    };
    await test.call('lists.export', {
      query: { list: 'referrals', filter: {}, sort: { column: 'number', descending: false } },
      columns: Object.entries(headers).map(([id, header]) => ({ id, header })),
      words: { 'codes:referralSource.public': 'Public', 'codes:referralState.received': 'Received' },
      showsSummaries: false,
      locale: 'en',
      format: 'csv_semicolon',
      file: grantOf(test, path),
      jobId: newJob(),
    });
    const { preview: found } = await preview(readFileSync(path));
    expect(found).toMatchObject({ rows: 2, counts: { new: 0, duplicate: 2 }, reasons: { held_already: 2 } });
  });
});
