import { describe, expect, it } from 'vitest';
import type { Month } from '#contract/ground/dates';
import type { CheckInput } from '../../../../db/reporting/returns/finding.ts';
import type { ReturnUnit } from '../../../../db/reporting/returns/values.ts';
import type { PanelCell } from '../../../../db/ledger/unitMonths/panel.ts';
import {
  change,
  found,
  line,
  moreArrests,
  pack,
  same,
  unexplained,
  unitWith,
  type Change,
} from '../../../support/checkedUnits.ts';
import { quarterOne, quarterThree, quarterTwo } from '../../../support/packs.ts';

/** What comes only for overtime, which no unit of these examples lacks. */
const august = { months: ['2026-08'] };

describe('the checks of a return', () => {
  it('are silent where everything is there and steady', () => {
    expect(found([unitWith('U01')])).toEqual([]);
  });

  const cases: readonly [string, Change, Partial<CheckInput>, readonly object[]][] = [
    [
      'charges nobody spoke of',
      change('charges_laid', '2026-08', null),
      {},
      [line('month_missing', true, { ...august, measures: ['charges_laid'] })],
    ],
    [
      'arrests nobody spoke of',
      change('arrests', '2026-08', null),
      {},
      [line('month_missing', true, { ...august, measures: ['arrests'] })],
    ],
    [
      'charges the unit cannot give',
      change('charges_laid', '2026-08', { value: null, status: 'not_available' }),
      {},
      [line('month_partial', false, { ...august, measures: ['charges_laid'] })],
    ],
    [
      'charges counted in part',
      change('charges_laid', '2026-08', { status: 'partial' }),
      {},
      [line('month_partial', false, { ...august, measures: ['charges_laid'] })],
    ],
    [
      'a month of the ledger missing',
      change('concluded', '2026-08', null),
      {},
      [line('month_missing', true, { ...august, measures: ['concluded'] })],
    ],
    [
      'an earlier month of the ledger missing',
      change('concluded', '2026-05', null),
      {},
      [line('month_missing', false, { months: ['2026-05'], measures: ['backlog_opening'] })],
    ],
    [
      'staff not declared',
      change('fte_base', '2026-08', null),
      {},
      [line('staffing_missing', false, { ...august, measures: ['fte_base'] })],
    ],
    [
      'staff not declared, K1 asked',
      change('fte_funded', '2026-08', null),
      { asksBacklogAvoided: true },
      [line('staffing_missing', true, { ...august, measures: ['fte_funded'] })],
    ],
    [
      'overtime not declared, K1 asked',
      change('overtime_base_hours', '2026-08', null),
      { asksBacklogAvoided: true },
      [line('staffing_missing', false, { ...august, measures: ['overtime_base_hours'] })],
    ],
    [
      'a negative stock',
      change('concluded', '2026-09', { value: 900 }),
      {},
      [line('ledger_unbalanced', true, { months: ['2026-09'] }), unexplained('B2')],
    ],
    [
      'no pack at all',
      same,
      { packs: [] },
      [line('pack_missing', true, { months: ['2026-07', '2026-08', '2026-09'] })],
    ],
    [
      'a pack of an earlier quarter only',
      same,
      { packs: [pack('own', quarterOne)] },
      [line('pack_missing', true, { months: ['2026-07', '2026-08', '2026-09'] })],
    ],
    ['a later pack alone', same, { packs: [pack('own', quarterThree)] }, []],
    [
      'a later pack over the quarter\u2019s own',
      same,
      { packs: [pack('own', quarterThree), pack('older', quarterTwo)] },
      [line('pack_not_latest', false)],
    ],
    [
      'a later pack over a superseded one',
      same,
      { packs: [pack('own', quarterThree), pack('older', quarterTwo, true)] },
      [],
    ],
    ['arrests up from 6 to 12', moreArrests, {}, [unexplained('C3')]],
    [
      'an opening that is not the closing reported',
      same,
      { reportedClosing: new Map([['U01', 500]]) },
      [line('closing_differs_from_reported', false, { measures: ['B1'] })],
    ],
    ['an opening that is the closing reported', same, { reportedClosing: new Map([['U01', 424]]) }, []],
  ];
  it.each(cases)('with %s', (_name, by, changes, expected) => {
    expect(found([unitWith('U01', by)], changes)).toEqual(expected);
  });

  it('tell an opening stated anew against the ledger', () => {
    expect(found([unitWith('U01', same, [{ month: '2026-08' as Month, value: 100 }])])).toEqual([
      line('ledger_unbalanced', true, { months: ['2026-08'] }),
      unexplained('B2'),
    ]);
  });

  it('ask for a unit', () => {
    expect(found([])).toEqual([line('no_unit', true, { unitCode: null })]);
  });

  it('put what blocks first', () => {
    const units = [
      unitWith('U01', change('fte_base', '2026-08', null)),
      unitWith('U02', change('arrests', '2026-08', null)),
    ];
    expect(found(units).map(({ code, unitCode }) => `${code} ${unitCode ?? 'all'}`)).toEqual([
      'month_missing U02',
      'staffing_missing U01',
    ]);
  });

  it('compare totals only over the same units', () => {
    const grown = (cell: PanelCell): PanelCell | null => {
      if (cell.measure !== 'received' || cell.month < '2026-07') return cell;
      return { ...cell, value: 60 };
    };
    const missing = (cell: PanelCell): PanelCell => {
      if (cell.measure !== 'received' || cell.month !== '2026-08') return cell;
      return { ...cell, value: null, status: 'not_available' };
    };
    const totals = (units: readonly ReturnUnit[]) =>
      found(units)
        .filter((each) => each.unitCode === null)
        .flatMap((each) => each.measures);
    expect(totals([unitWith('U01', grown), unitWith('U02')])).toContain('R1');
    expect(totals([unitWith('U01', grown), unitWith('U02', missing)])).not.toContain('R1');
  });
});
