import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerSign, ledgerTerm, measure, type Measure, type ValueStatus } from '#contract/ground/codes';
import { monthsBetween, type Month } from '#contract/ground/dates';
import { fundingIndicators } from '../../../../db/reporting/funding/figures.ts';
import { unitFigures } from '../../../../db/reporting/indicators/figures.ts';
import { framework } from '../../../../db/reporting/indicators/framework.ts';
import { unitLines } from '../../../../db/reporting/indicators/ledgerChain.ts';
import { panelOf, type PanelCell } from '../../../../db/ledger/unitMonths/panel.ts';
import { newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';

const { unitId } = newSender();
const whole = (first = '2026-04'): PanelCell[] =>
  wholeCells(unitId, first as Month, '2026-09' as Month).map((cell) => ({ ...cell, packId: 'pack' }));

type Change = (cell: PanelCell) => PanelCell | null;
const change = (target: Measure, month: string, by: Partial<PanelCell> | null): Change => {
  return (cell) => (cell.measure === target && cell.month === month ? by && { ...cell, ...by } : cell);
};

function figures(cells: readonly PanelCell[]) {
  const found = unitFigures(panelOf(cells).of(unitId), quarterTwo);
  return (code: string) => {
    const { value, numerator, denominator, status } = found.find((each) => each.code === code)!;
    return [value, numerator, denominator, status];
  };
}

const apply = (cells: readonly PanelCell[], by: Change) => cells.flatMap((cell) => by(cell) ?? []);

describe('the indicators of a quarter', () => {
  it('are sums of its months, and stocks at its two ends', () => {
    const of = figures(whole());
    expect(of('R1')).toEqual([90, null, null, 'complete']);
    expect(of('R2')).toEqual([90, null, null, 'complete']);
    expect(of('I1')).toEqual([27, null, null, 'complete']);
    expect(of('I2')).toEqual([21, null, null, 'complete']);
    expect(of('C1')).toEqual([18, null, null, 'complete']);
    expect(of('C3')).toEqual([6, null, null, 'complete']);
    // 400 at the end of March, and four files more each month.
    expect(of('B1')).toEqual([412, null, null, 'complete']);
    expect(of('B2')).toEqual([424, null, null, 'complete']);
    expect(of('S1')).toEqual([7, 2, 7, 'complete']);
    expect(of('O1')).toEqual([120, 0, 120, 'complete']);
  });

  const unknown = [null, null, null, 'not_available'];
  const cases: readonly [string, string, Change, unknown[]][] = [
    ['a month without charges counted', 'C1', change('charges_laid', '2026-08', null), unknown],
    [
      'a month whose charges are not available',
      'C1',
      change('charges_laid', '2026-08', { value: null, status: 'not_available' }),
      unknown,
    ],
    [
      'a month whose charges are partial',
      'C1',
      change('charges_laid', '2026-08', { status: 'partial' }),
      [18, null, null, 'partial'],
    ],
    [
      'one month of confirmed zero',
      'C3',
      change('arrests', '2026-08', { value: 0, status: 'zero_confirmed' }),
      [4, null, null, 'complete'],
    ],
    ['an unknown month before the quarter', 'B2', change('concluded', '2026-05', null), unknown],
    ['an unknown month before the quarter', 'R1', change('received', '2026-05', null), [90, null, null, 'complete']],
    [
      'a partial month before the quarter',
      'B1',
      change('concluded', '2026-05', { status: 'partial' }),
      [412, null, null, 'partial'],
    ],
    [
      'bundling in the quarter',
      'R2',
      change('referrals_bundled', '2026-09', { value: 5 }),
      [85, null, null, 'complete'],
    ],
    ['unknown bundling', 'R2', change('referrals_bundled', '2026-09', null), unknown],
    [
      'staff unknown at the end of the quarter',
      'S1',
      change('fte_base', '2026-09', null),
      [null, 2, null, 'not_available'],
    ],
    ['staff unknown earlier in the quarter', 'S1', change('fte_base', '2026-08', null), [7, 2, 7, 'complete']],
  ];
  it.each(cases)('with %s: %s', (_name, code, by, expected) => {
    expect(figures(apply(whole(), by))(code)).toEqual(expected);
  });

  it('are a confirmed zero only where every month is one', () => {
    const zero = (cell: PanelCell): PanelCell =>
      cell.measure === 'arrests' ? { ...cell, value: 0, status: 'zero_confirmed' } : cell;
    expect(figures(whole().map(zero))('C3')).toEqual([0, null, null, 'zero_confirmed']);
  });

  it('say nothing of a unit of which nothing is known', () => {
    const of = figures([]);
    for (const code of ['R1', 'R2', 'I1', 'I2', 'B1', 'B2', 'C1', 'C3', 'S1', 'O1'])
      expect(of(code)).toEqual([null, null, null, 'not_available']);
  });

  it('are those of the framework, the estimate, what is entered and what the registers of funding give apart', () => {
    const codes = unitFigures(panelOf(whole()).of(unitId), quarterTwo).map((each) => each.code);
    expect([...codes, ...Object.keys(fundingIndicators), 'K1', 'G1'].sort()).toEqual(
      framework.indicators.map((each) => each.code).sort(),
    );
  });
});

const status = fc.constantFrom<ValueStatus>('complete', 'partial');
const randomCells = fc.uniqueArray(
  fc.record({
    measure: fc.constantFrom(...measure.options),
    month: fc.constantFrom(...monthsBetween('2026-04' as Month, '2026-09' as Month)),
    value: fc.option(fc.integer({ min: 0, max: 50 })),
    status,
  }),
  { selector: (cell) => `${cell.measure} ${cell.month}` },
);

describe('the ledger', () => {
  it('closes each month with what the next one opens with, and balances term by term', () => {
    fc.assert(
      fc.property(randomCells, (generated) => {
        const over = new Map(generated.map((cell) => [`${cell.measure} ${cell.month}`, cell]));
        const cells = whole().map((cell) => {
          const found = over.get(`${cell.measure} ${cell.month}`);
          if (!found || cell.measure === 'backlog_opening') return cell;
          return {
            ...cell,
            value: found.value,
            status: found.value === null ? ('not_available' as const) : found.status,
          };
        });
        const lines = unitLines(panelOf(cells).of(unitId), quarterTwo);
        expect(lines.map((each) => each.month)).toEqual(monthsBetween('2026-04' as Month, '2026-09' as Month));
        lines.forEach(({ line }, index) => {
          expect(line.opening).toBe(index === 0 ? 400 : lines[index - 1]!.line.closing);
          const terms = ledgerTerm.options.map((term) => line.terms[term]);
          if (line.opening === null || terms.includes(null)) expect(line.closing).toBeNull();
          else {
            const net = ledgerTerm.options.reduce((sum, term) => sum + ledgerSign[term] * line.terms[term]!, 0);
            expect(line.closing).toBe(line.opening + net);
          }
        });
      }),
    );
  });

  it('does not balance where an opening is stated anew that contradicts it, or where the stock would be negative', () => {
    const balanced = (cells: readonly PanelCell[]) =>
      unitLines(panelOf(cells).of(unitId), quarterTwo).map((each) => each.line.balanced);
    const opening = { ...whole()[0]!, month: '2026-06' as Month };
    expect(balanced(whole())).toEqual(Array.from({ length: 6 }, () => true));
    expect(balanced([...whole(), { ...opening, value: 408 }])).toEqual(Array.from({ length: 6 }, () => true));
    expect(balanced([...whole(), { ...opening, value: 300 }])).toEqual([true, true, false, true, true, true]);
    expect(balanced(apply(whole(), change('concluded', '2026-09', { value: 900 })))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});
