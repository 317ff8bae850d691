import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Measure, ValueStatus } from '#contract/ground/codes';
import { quarterMonths, previousQuarter, type Month, type Quarter } from '#contract/ground/dates';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import type { UnitStock } from '#contract/reporting/indicators';
import type { ReturnContent } from '#contract/reporting/returns';
import { toCsv } from '../../../../db/documents/files/csv.ts';
import type { PackCell } from '../../../../db/reporting/packs/format.ts';
import { indicatorTable } from '../../../../db/reporting/returns/files/tidy.ts';
import { ledgerTable, panelTable } from '../../../../db/reporting/returns/files/tidyMonths.ts';
import { tidyColumns } from '../../../../db/reporting/returns/dictionaryLabels.ts';
import {
  newSender,
  packText,
  payloadFor,
  quarterTwo,
  usualStock,
  wholeCells,
  type Coordination,
  type Sender,
} from '../../../support/packs.ts';
import { amountOf, rowsOf, SecondCount, type Budget, type Row } from '../../../support/secondCount.ts';
import {
  anyRegisters,
  registerCodes,
  rowsToEnter,
  standing,
  type Registers,
} from '../../../support/secondRegisters.ts';
import { naiveMedian, type Followed } from '../../../support/naiveMedian.ts';
import { times } from '../../../support/stress.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

/** How a unit's figures came: with the quarter's pack, late (with the one before only), from a form that nothing signs, corrected by a later pack, or not at all. */
type Arrival = 'usual' | 'late' | 'missing' | 'unsigned' | 'restated';

interface Story {
  readonly arrival: Arrival;
  readonly seed: number;
  /** Cells of a hundred that are not known, partly counted, or confirmed as zero. */
  readonly gaps: number;
  readonly stock: UnitStock | null;
}

const first = '2026-04' as Month;
const stock = fc.record({
  over180: fc.nat(40),
  oldestDays: fc.integer({ min: 200, max: 900 }),
  declared: fc.constantFrom(0, 0, 7),
  whole: fc.option(fc.integer({ min: 10, max: 300 })),
  /** Null: a pack made before packs had them. */
  files: fc.option(fc.array(fc.record({ days: fc.nat(40), ended: fc.boolean() }), { maxLength: 12 })),
  acted: fc.option(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 })), { freq: 9 }),
});
function toldMedian(files: readonly Followed[]): UnitStock['medians'][number] {
  const times = [...new Set(files.map(({ days }) => days))].sort((a, b) => a - b);
  const count = (ended: boolean) =>
    times.map((time) => files.filter((each) => each.days === time && each.ended === ended).length);
  const durations = { times, events: count(true), censored: count(false) };
  return { stage: 'whole', days: naiveMedian(files), files: files.length, durations };
}
const anyStory: fc.Arbitrary<Story> = fc.record({
  arrival: fc.constantFrom<Arrival>('usual', 'usual', 'late', 'missing', 'unsigned', 'restated'),
  seed: fc.nat(),
  gaps: fc.constantFrom(0, 1, 4),
  stock: fc.option(stock).map(
    (drawn) =>
      drawn && {
        ...usualStock,
        over180: drawn.over180,
        oldestDays: drawn.oldestDays,
        declared: drawn.declared,
        medians: [drawn.files ? toldMedian(drawn.files) : { stage: 'whole' as const, days: drawn.whole, files: 60 }],
        acted: drawn.acted
          ? [{ band: 'high' as const, numerator: Math.min(...drawn.acted), denominator: Math.max(...drawn.acted) }]
          : [],
      },
  ),
});
const cents = fc.option(fc.integer({ min: 0, max: 9_999_999 }));
const budget: fc.Arbitrary<Budget> = fc.record({ before: fc.tuple(cents, cents), now: fc.tuple(cents, cents) });

/** The same number for the same cell whenever it is asked: small, with tenths for staff and hours. */
function drawn(seed: number, month: Month, measure: Measure): number {
  let hash = seed;
  for (const letter of `${month} ${measure}`) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return hash;
}

function cellsOf(sender: Sender, { seed, gaps }: Story, last: Month): PackCell[] {
  const isHours = (measure: Measure) => measure.startsWith('fte_') || measure.startsWith('overtime_');
  const cells = wholeCells(sender.unitId, first, last, (month, measure) => {
    const hash = drawn(seed, month, measure);
    if (hash % 100 < gaps) return null;
    if (measure === 'reclassified') return (hash % 7) - 3;
    return isHours(measure) ? (hash % 700) / 10 : hash % 23;
  });
  return cells.map((cell) => {
    const hash = drawn(seed + 1, cell.month, cell.measure);
    const status: ValueStatus =
      cell.value === null
        ? 'not_available'
        : hash % 50 < gaps
          ? 'partial'
          : cell.value === 0
            ? 'zero_confirmed'
            : 'complete';
    return cell.measure === 'backlog_opening' ? { ...cell, value: 4000 } : { ...cell, status };
  });
}

async function send(coordination: Coordination, sender: Sender, story: Story, quarter: Quarter, at: number) {
  const { test, write } = coordination;
  const payload = {
    ...payloadFor(sender, quarter, at, cellsOf(sender, story, quarterMonths(quarter)[2])),
    stock: story.stock ? [{ unitId: sender.unitId, stock: story.stock }] : [],
  };
  const file = test.grant(write(packText(payload, sender.key)));
  return test.call('packs.import', { file, confirmFingerprint: sender.fingerprint });
}

/** The packs of one unit, as its story has them arrive. */
async function arrive(coordination: Coordination, sender: Sender, story: Story): Promise<void> {
  // Known from a pack of the year before, and silent in both quarters.
  if (story.arrival === 'missing') {
    const before = { fiscalYear: 2025, quarter: 4 } as Quarter;
    const cells = wholeCells(sender.unitId, '2026-01' as Month, '2026-03' as Month);
    await coordination.receive(sender, before, 5, cells);
    return;
  }
  const earlier = { ...story, seed: story.arrival === 'restated' ? story.seed + 17 : story.seed };
  await send(coordination, sender, earlier, previousQuarter(quarterTwo), 10);
  if (story.arrival === 'late') return;
  if (story.arrival === 'restated') await send(coordination, sender, earlier, quarterTwo, 20);
  const { id } = await send(coordination, sender, story, quarterTwo, 30);
  if (story.arrival !== 'unsigned') return;
  const { raw } = coordination.test.store.requireUnlocked();
  raw.prepare("UPDATE pack SET kind = 'kit' WHERE id = ?").run(id);
}

async function enter(
  { test }: Coordination,
  agreementId: string,
  register: Register,
  rows: readonly FundingCells[],
): Promise<void> {
  const changes = rows.map((cells) => ({ do: 'add' as const, cells: { ...cells } }));
  if (changes.length > 0) await test.call('funding.save', { agreementId, register, fiscalYear: 2026, changes });
}

const budgetRows = (lines: readonly Budget[]): readonly FundingCells[] =>
  lines.map(({ before, now }, position) => ({
    ...{ code: `L${String(position)}`, category: 'tools' },
    ...{ q1Forecast: before[0], q1Actual: before[1], q2Forecast: now[0], q2Actual: now[1] },
  }));

async function enterAll(coordination: Coordination, agreementId: string, lines: readonly Budget[], own: Registers) {
  await enter(coordination, agreementId, 'budget', budgetRows(lines));
  for (const [register, rows] of rowsToEnter(own)) await enter(coordination, agreementId, register, rows);
}

type Figures = Readonly<Record<'value' | 'numerator' | 'denominator', number | null>>;
const expected = ({ value, numerator, denominator }: Figures) => ({ value, numerator, denominator });
const rowFigures = (row: Row) => ({
  value: amountOf(row['value']),
  numerator: amountOf(row['numerator']),
  denominator: amountOf(row['denominator']),
  status: row['status_code'],
});
const counted: readonly string[] = [
  ...['R1', 'R2', 'R3', 'I1', 'I2', 'B1', 'B2', 'B3', 'B4', 'B5', 'C1', 'C2', 'C3', 'J1', 'V1', 'V2', 'V3', 'A1'],
  ...['D1', 'D2', 'S1', 'O1', 'N1'],
];
const ofAgreements: readonly string[] = ['F1', ...registerCodes];

/** The marks of a figure: of a unit that sent a form, and of a total in which such a unit has a part. */
function marksOf(count: SecondCount, forms: readonly string[], row: Row, isMedian: boolean): readonly string[] {
  const [code, unit] = [row['indicator_code']!, row['unit_code']!];
  const parts = (at: 'before' | 'now') =>
    forms.filter((form) => {
      const { value, denominator } = count.unit(form, code, at);
      return (
        unit === form || (unit === '' && (value !== null || (isMedian && (at === 'before' || denominator !== null))))
      );
    });
  if (ofAgreements.includes(code)) return [];
  return [
    ...(parts('now').length > 0 ? ['unsigned'] : []),
    ...(row['previous'] !== '' && parts('before').length > 0 ? ['previous_unsigned'] : []),
  ];
}

function compare(count: SecondCount, content: ReturnContent, forms: readonly string[], row: Row): void {
  const code = row['indicator_code']!;
  const unit = row['unit_code'] === '' ? null : row['unit_code']!;
  const how = content.framework.indicators.find((each) => each.code === code)!.total;
  const at = `${code} ${unit ?? 'total'}`;
  const now = unit === null ? count.total(code, how, 'now') : count.unit(unit, code, 'now');
  const covered = unit === null ? count.total(code, how, 'now').covered : 0;
  expect({ at, ...rowFigures(row) }).toEqual({ at, ...expected(now), status: standing(now, covered) });
  if (unit === null) expect({ at, covered: row['covered'] }).toEqual({ at, covered: String(covered) });
  const isOfAgreement = ofAgreements.includes(code);
  expect({ at, of: row['coverage_of'] }).toEqual({ at, of: isOfAgreement ? 'agreements' : 'units' });
  if (isOfAgreement) expect({ at, asked: row['asked'] }).toEqual({ at, asked: '1' });
  const { isSame, before } = count.coverage(code, unit);
  expect({ at, before: row['covered_before'] }).toEqual({ at, before: String(before) });
  const was = unit === null ? count.total(code, how, 'before') : count.unit(unit, code, 'before');
  const isAlike = isSame && (code !== 'B5' || unit !== null || count.tellsTheSame());
  const previous = isAlike && before > 0 ? was.value : null;
  const change = previous === null || now.value === null ? null : Math.round((now.value - previous) * 1e6) / 1e6;
  const state = before > 0 && !isSame ? 'not_comparable' : previous === null ? 'no_previous' : 'comparable';
  expect({
    at,
    previous: amountOf(row['previous']),
    change: amountOf(row['change']),
    state: row['comparison_code'],
  }).toEqual({
    at,
    previous,
    change,
    state,
  });
  const kept = content.values.find((each) => each.code === code && each.unitCode === unit);
  // What a unit or the registers said before is kept where they say nothing now.
  if (now.value !== null || (unit === null && !isOfAgreement))
    expect({ at, kept: kept?.previous }).toEqual({ at, kept: previous });
  expect({ at, marks: row['source']!.split(';').slice(1) }).toEqual({
    at,
    marks: marksOf(count, forms, row, how === 'none'),
  });
}
let run = 0;

describe('a return counted a second time from its own files', () => {
  it('comes to the same counts, sums, ratios, changes and coverage', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStory, { minLength: 1, maxLength: 4 }),
        fc.array(budget, { maxLength: 2 }),
        anyRegisters,
        async (stories, lines, registers) => {
          run += 1;
          const senders = stories.map((_, place) => newSender(`U${String(run)}-${String(place + 1)}`));
          for (const [place, sender] of senders.entries()) await arrive(coordination, sender, stories[place]!);
          const agreementId = await coordination.agreementFor(senders);
          await enterAll(coordination, agreementId, lines, registers);
          const which = { agreementId: agreementId as never, quarter: quarterTwo, jobId: randomUUID() };
          const { content } = await coordination.test.call('returns.prepare', which);
          const files = [indicatorTable, ledgerTable, panelTable].map((table) => toCsv(tidyColumns, table(content)));
          const [indicators, ledger, panel] = files as [Buffer, Buffer, Buffer];
          const isLate = (place: number) => ['late', 'missing'].includes(stories[place]!.arrival);
          const stockBefore = ({ arrival, stock: told }: Story) => (arrival === 'missing' ? null : told);
          const count = new SecondCount({
            panel,
            ledger,
            budget: lines,
            registers,
            units: senders.map(({ code }) => code),
            months: quarterMonths(quarterTwo),
            monthsBefore: quarterMonths(previousQuarter(quarterTwo)),
            stock: new Map(
              senders.map(({ code }, place) => [
                code,
                { before: stockBefore(stories[place]!), now: isLate(place) ? null : stories[place]!.stock },
              ]),
            ),
          });
          const asked = [...counted, ...ofAgreements];
          const rows = rowsOf(indicators).filter(
            (row) => row['disaggregation'] === '' && asked.includes(row['indicator_code']!),
          );
          expect(rows.length).toBe(counted.length * (senders.length + 1) + ofAgreements.length);
          const forms = senders.flatMap(({ code }, place) => (stories[place]!.arrival === 'unsigned' ? [code] : []));
          for (const row of rows) compare(count, content, forms, row);
          for (const { code } of senders)
            for (const month of quarterMonths(quarterTwo)) {
              const { reported: closing, added } = count.movementsOf(code, month);
              expect({ code, month, closing }).toEqual({ code, month, closing: added });
              const terms = count.termsOf(code, month);
              expect(terms).toEqual(terms.map((each) => ({ ...each, inLedger: each.inPanel })));
            }
          for (const table of [panel, ledger])
            for (const row of rowsOf(table))
              expect([row['unit_code'], row['source']!.endsWith(';unsigned')]).toEqual([
                row['unit_code'],
                forms.includes(row['unit_code']!),
              ]);
          for (const row of [...rowsOf(panel), ...rowsOf(ledger), ...rowsOf(indicators)]) {
            expect(row['unit_of_measure_en']).not.toBe('');
            expect(row['covered']).toMatch(/^\d+$/);
            expect(row['value']).toMatch(/^(?:-?\d+(?:\.\d{1,2})?)?$/);
          }
        },
      ),
      { numRuns: times(3, 6) },
    );
  });
});
