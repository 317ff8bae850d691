import type { UnitId } from '#contract/ground/ids';
import type { Survival, SurvivalCurve, SurvivalGroup, SurvivalGrouping } from '#contract/statistics/survival';
import { firstDayOf, monthOf, quarterOf, type CivilDate, type FiscalYear, type Month } from '#contract/ground/dates';
import { kaplanMeier, medianOf } from '../../estimator/survival/kaplanMeier.ts';
import type { LifeTable } from '../../estimator/survival/lifeTable.ts';
import { logRank } from '../../estimator/survival/logRank.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { readCharged } from './charged.ts';
import { lifeTables, type Cohort } from './cohort.ts';
import { openBook, type BookContext, type FileBook } from './files/book.ts';
import { dayNumber } from './files/days.ts';
import type { FileSource } from './files/read.ts';
import { readInvestigated } from './investigated.ts';
import { readRuleChanges } from './ruleChanges.ts';

/** More curves cannot be distinguished. */
const mostCurves = 4;

interface Grouped {
  readonly group: SurvivalGroup;
  readonly table: LifeTable;
}

const sizeOf = ({ events, censored }: LifeTable): number =>
  [...events, ...censored].reduce((total, count) => total + count, 0);

/** The largest sources first; the rest together come last, however many. */
function bySource(book: FileBook, cohort: Cohort): readonly Grouped[] {
  const all = [...lifeTables(book, cohort, ({ source }) => source)]
    .map(([source, table]) => ({ source, files: sizeOf(table) }))
    .sort((a, b) => b.files - a.files);
  const shown = (all.length > mostCurves ? all.slice(0, mostCurves - 1) : all).map(({ source }) => source);
  const groups = lifeTables(book, cohort, ({ source }) => (shown.includes(source) ? source : 'rest'));
  return [...shown, 'rest' as const].flatMap((name) => {
    const table = groups.get(name);
    return table === undefined ? [] : [{ group: sourceGroup(name), table }];
  });
}

function sourceGroup(name: FileSource | 'rest'): SurvivalGroup {
  // A further file is never the first stay of a receipt, so it is in no cohort.
  if (name === 'rest' || name === 'further') return { kind: 'other_sources' };
  return { kind: 'source', source: name };
}

function byFiscalYear(book: FileBook, cohort: Cohort, year: FiscalYear): readonly Grouped[] {
  const begins = dayNumber(fiscalYearStart(year));
  const groups = lifeTables(book, cohort, ({ received }) => (received >= begins ? year : ((year - 1) as FiscalYear)));
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([fiscalYear, table]) => ({ group: { kind: 'fiscal_year', fiscalYear }, table }));
}

function groupsOf(book: FileBook, cohort: Cohort, by: SurvivalGrouping, year: FiscalYear): readonly Grouped[] {
  switch (by) {
    case 'source':
      return bySource(book, cohort);
    case 'fiscal_year':
      return byFiscalYear(book, cohort, year);
    case 'all':
      return [...lifeTables(book, cohort, () => 'all' as const)].map(([kind, table]) => ({ group: { kind }, table }));
  }
}

function curveOf({ group, table }: Grouped): SurvivalCurve {
  const curve = kaplanMeier(table);
  return {
    group,
    files: sizeOf(table),
    left: table.events.reduce((total, count) => total + count, 0),
    steps: {
      days: [...curve.times],
      atRisk: [...curve.atRisk],
      survival: [...curve.survival],
      low: [...curve.low],
      high: [...curve.high],
    },
    median: medianOf(curve),
  };
}

function fiscalYearStart(year: number): CivilDate {
  return `${String(year)}-04-01` as CivilDate;
}

interface Asked {
  readonly unitIds: readonly UnitId[];
  readonly on: CivilDate;
  readonly from: Month;
  readonly by: SurvivalGrouping;
}

/** The curves of the time from receipt to leaving the backlog; what is counted is described with `backlog.survival`. */
export async function readSurvival(
  db: ReadDb,
  { unitIds, on, from: month, by }: Asked,
  context: BookContext,
): Promise<Survival> {
  const book = await openBook(db, context);
  const { fiscalYear } = quarterOf(monthOf(on));
  const from = by === 'fiscal_year' ? fiscalYearStart(fiscalYear - 1) : firstDayOf(month);
  const groups = groupsOf(book, { unitIds, from: dayNumber(from), on: dayNumber(on) }, by, fiscalYear);
  const [first, second] = groups;
  const investigated = by === 'source' ? await readInvestigated(db, { unitIds, from, on }) : [];
  const test = first && second ? logRank(first.table, second.table) : null;
  const changes = await readRuleChanges(db, unitIds);
  return {
    on,
    from,
    curves: groups.map(curveOf),
    investigated,
    charged: await readCharged(db, { unitIds, from, on }),
    test: test && { chiSquare: test.chiSquare, pValue: test.pValue },
    ruleChanges: changes.filter((change) => change.month > monthOf(from) && change.month <= monthOf(on)),
  };
}
