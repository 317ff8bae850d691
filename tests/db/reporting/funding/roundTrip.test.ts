import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect } from 'vitest';
import type { FundingCell, FundingCells } from '#contract/reporting/fundingCells';
import {
  fundingColumns,
  register as registers,
  type FundingColumn,
  type Register,
} from '#contract/reporting/fundingColumns';
import { times } from '../../../support/stress.ts';
import { newSender, quarterOne, type Sender } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let sender: Sender;
let agreementId: string;
beforeEach(async () => {
  sender = newSender();
  await coordination.receive(sender, quarterOne, 1);
  agreementId = await coordination.agreementFor([sender]);
});

const grid = (register: Register) => ({ agreementId, register, fiscalYear: 2026 });
const rows = async (register: Register) =>
  (await coordination.test.call('funding.rows', grid(register))).rows.map(({ cells }) => cells);
const preview = (path: string, register: Register) =>
  coordination.test.call('funding.previewFile', { ...grid(register), file: coordination.test.grant(path) });

async function exported(format: 'csv' | 'xlsx', locale: 'en' | 'fr', register: Register): Promise<string> {
  const path = join(coordination.test.parent, `out.${format}`);
  const file = coordination.test.grant(path);
  await coordination.test.call('funding.exportFile', { ...grid(register), file, format, locale });
  return path;
}

const text = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((each) => each.trim())
  .filter((each) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(each));
const tricky = fc.constantFrom(
  '=1+1',
  '+x',
  "'=x",
  "''@y",
  '-dash',
  'a\nb',
  '"quoted"',
  'tab\there',
  ';',
  '12',
  'é, à',
);

function cellFor(column: FundingColumn): fc.Arbitrary<FundingCell> {
  const whole = fc.integer({ min: 0, max: 1_000_000_000 });
  const some = ((): fc.Arbitrary<FundingCell> => {
    switch (column.kind) {
      case 'code':
        return fc.constant('');
      case 'text':
        return fc.oneof(text, tricky).map((each) => each.slice(0, 60));
      case 'choice':
        return fc.constantFrom(...column.options.map(({ code }) => code));
      case 'unit':
        return fc.constant('unit');
      case 'money':
        return fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
      case 'decimal':
      case 'whole':
        return whole;
      case 'date':
        // One day for all: rules of order are not what is tested here.
        return fc.constant('2026-08-31');
    }
  })();
  return column.required ? some : fc.option(some, { nil: null });
}

const tables = fc.constantFrom(...registers.options).chain((register) =>
  fc.record({
    register: fc.constant(register),
    rows: fc.array(
      fc.record(Object.fromEntries(fundingColumns[register].map((column) => [column.key, cellFor(column)]))),
      { minLength: 1, maxLength: 12 },
    ),
    format: fc.constantFrom('csv' as const, 'xlsx' as const),
    locale: fc.constantFrom('en' as const, 'fr' as const),
  }),
);

it(
  'what is exported and imported again is the same: into the grid it came from, and into an empty one',
  { timeout: 120_000 },
  async () => {
    const { test } = coordination;
    const dayOf = (cells: FundingCells): FundingCells =>
      cells['state'] === 'sent' ? { ...cells, sentOn: '2026-08-31' } : cells;
    const unitOf = (cells: FundingCells): FundingCells =>
      'unitId' in cells && cells['unitId'] !== null ? { ...cells, unitId: sender.unitId } : cells;
    const yearOf = (cells: FundingCells): FundingCells => {
      if (!('amountsFrom' in cells)) return cells;
      const amounts = Object.entries(cells).filter(([key, value]) => /^amount\d$/.test(key) && value !== null);
      return {
        ...cells,
        ...Object.fromEntries(amounts.map(([key, value]) => [key, Math.abs(Number(value))])),
        amountsFrom: 2026,
      };
    };
    await fc.assert(
      fc.asyncProperty(tables, async ({ register, rows: made, format, locale }) => {
        const changes = made.map((cells, place) => ({
          do: 'add' as const,
          cells: { ...yearOf(dayOf(unitOf(cells as FundingCells))), code: `=${String(place)}` },
        }));
        const { changeId } = await test.call('funding.save', { ...grid(register), changes });
        const saved = await rows(register);
        const path = await exported(format, locale, register);
        expect((await preview(path, register)).rows.map(({ verdict }) => verdict)).toEqual(made.map(() => 'same'));
        await test.call('funding.undo', { changeId });
        const again = await preview(path, register);
        const { changeId: imported } = await test.call('funding.applyFile', { previewId: again.previewId });
        expect(await rows(register)).toEqual(saved);
        await test.call('funding.undo', { changeId: imported });
      }),
      { numRuns: times(6, 12) },
    );
  },
);
