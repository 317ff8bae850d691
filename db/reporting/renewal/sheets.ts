import { amendmentsOf } from '#contract/reporting/amendments';
import { fiscalYearName } from '#contract/ground/period';
import type { RenewalBalance, RenewalContent, RenewalPlan, RenewalYear, YearTarget } from '#contract/reporting/renewal';
import { notAvailable } from '../../documents/notAvailable.ts';
import { both, formats, sheetColumn, type SheetTable, type SheetValue } from '../../documents/workbook/table.ts';
import { amendmentSheets } from '../funding/amendmentTable.ts';
import { pillarSheets } from '../funding/pillarTable.ts';
import { unsignedSuffix } from '../annual/marks.ts';
import { basisWords, words as annualWords } from '../annual/words.ts';
import { lifeMoney } from './assemble.ts';
import { planWords, words } from './words.ts';

const yearName = ({ fiscalYear }: Pick<RenewalYear, 'fiscalYear'>): string => both(fiscalYearName(fiscalYear));
const dollars = (cents: number | null): SheetValue => (cents === null ? null : cents / 100);
const ofBalance = (balance: RenewalBalance | null): readonly SheetValue[] => [
  balance?.value ?? null,
  balance === null ? '' : `${balance.covered}/${balance.asked}${unsignedSuffix(balance.unsigned)}`,
];

function ofEstimate({ estimate }: RenewalYear): readonly SheetValue[] {
  if (estimate === null) return ['', null, null, null, null, null, null, null, '', ''];
  const { quarter, actual, without, avoided, point, grade, covered, asked } = estimate;
  return [
    ...[`Q${quarter} / T${quarter}`, actual, without.p50, without.p10, without.p90],
    ...[point, avoided.p10, avoided.p90, grade ?? '', `${covered}/${asked}`],
  ];
}

function ofTargets({ targets }: RenewalYear): readonly SheetValue[] {
  if (targets === null) return ['..', '..', '..', null];
  const { met, missed, unknown, without } = targets;
  return [met.join(', '), missed.join(', '), unknown.join(', '), without];
}

function ofYearTargets({ yearTargets }: RenewalYear): readonly SheetValue[] {
  const { met, missed, partial, unknown } = yearTargets;
  const written = ({ code, value, target }: YearTarget): string =>
    `${code} ${String(value ?? notAvailable)} / ${String(target)}`;
  return [met, missed, partial, unknown].map((each) => each.map(written).join('; '));
}

const ofPositions = ({ positions }: RenewalYear): readonly SheetValue[] =>
  positions === null ? ['..', null, null] : [positions.on, positions.funded, positions.filled];

/** With the years that each of its amounts adds up. */
const lifeName = ({ budget, spent }: ReturnType<typeof lifeMoney>): string =>
  both({
    en: `${words.life.en} (${words.budgeted.en} ${budget.years}, ${words.spent.en} ${spent.years})`,
    fr: `${words.life.fr} (${words.budgeted.fr} ${budget.years}, ${words.spent.fr} ${spent.years})`,
  });

function yearSheet({ years }: RenewalContent): SheetTable {
  const all = lifeMoney(years);
  const blank: readonly SheetValue[] = Array.from({ length: 25 }, () => '');
  return {
    tab: 'Years - Exercices',
    title: words.life,
    columns: [
      sheetColumn(words.fiscalYear, 30),
      sheetColumn(words.budgeted, 16, formats.money),
      sheetColumn(words.spent, 16, formats.money),
      sheetColumn(words.atStart, 12, formats.whole),
      sheetColumn(words.covered, 12),
      sheetColumn(words.atEnd, 12, formats.whole),
      sheetColumn(words.covered, 12),
      sheetColumn(words.quarter, 12),
      sheetColumn(words.actualBacklog, 12, formats.whole),
      sheetColumn(words.without, 16, formats.whole),
      sheetColumn(words.low80, 12, formats.whole),
      sheetColumn(words.high80, 12, formats.whole),
      sheetColumn(words.avoided, 12, formats.whole),
      sheetColumn(words.low80, 12, formats.whole),
      sheetColumn(words.high80, 12, formats.whole),
      sheetColumn(words.grade, 11),
      sheetColumn(words.unitsCovered, 12),
      sheetColumn(words.met, 18),
      sheetColumn(words.missed, 18),
      sheetColumn(words.unknown, 18),
      sheetColumn(words.withoutTarget, 14, formats.tally),
      sheetColumn(words.metInYear, 22),
      sheetColumn(words.missedInYear, 22),
      sheetColumn(words.notJudged, 22),
      sheetColumn(words.unknownInYear, 22),
      sheetColumn(words.asOf, 13),
      sheetColumn(words.postsFunded, 12, formats.tenth),
      sheetColumn(words.postsFilled, 12, formats.tenth),
    ],
    rows: [
      ...years.map((year) => [
        ...[yearName(year), dollars(year.budget), dollars(year.spent)],
        ...ofBalance(year.opening),
        ...ofBalance(year.closing),
        ...ofEstimate(year),
        ...ofTargets(year),
        ...ofYearTargets(year),
        ...ofPositions(year),
      ]),
      [lifeName(all), dollars(all.budget.cents), dollars(all.spent.cents), ...blank],
    ],
  };
}

function resultSheet({ years, results }: RenewalContent): SheetTable {
  return {
    tab: 'Results - Résultats',
    title: words.results,
    keyColumns: 2,
    columns: [
      sheetColumn(words.code, 7),
      sheetColumn(words.indicator, 44),
      sheetColumn(words.unitOfMeasure, 20),
      ...years.flatMap((year) => {
        const { en, fr } = fiscalYearName(year.fiscalYear);
        return [sheetColumn({ en, fr }, 14, formats.number), sheetColumn(annualWords.quarters, 10)];
      }),
      sheetColumn(annualWords.madeOf, 40),
    ],
    empty: words.noReturn,
    rows: results.map((each) => [
      ...[each.code, both(each.name), both(each.unitOfMeasure)],
      ...each.years.flatMap(({ value, quarters, unsigned }, index): SheetValue[] => [
        value,
        `${quarters}/${years[index]?.asked ?? 0}${unsignedSuffix(unsigned)}`,
      ]),
      both(basisWords[each.basis]),
    ]),
  };
}

function planSheet(plan: RenewalPlan): SheetTable {
  return {
    tab: 'Plan',
    title: words.plan,
    columns: [
      sheetColumn(words.outlook, 40),
      sheetColumn(words.atMonth, 12),
      sheetColumn(words.median, 12, formats.whole),
      sheetColumn(words.low80, 12, formats.whole),
      sheetColumn(words.high80, 12, formats.whole),
    ],
    rows: plan.outlooks.flatMap(({ kind, marks }) =>
      marks.map(({ month, backlog: { p10, p50, p90 } }) => [
        ...[`${both(planWords[kind])} (${plan.name})`, month, Math.round(p50), Math.round(p10), Math.round(p90)],
      ]),
    ),
  };
}

function sourceSheet({ years }: RenewalContent): SheetTable {
  return {
    tab: 'Sources',
    title: words.lockedReturns,
    columns: [
      sheetColumn(words.fiscalYear, 30),
      sheetColumn(words.quarter, 12),
      sheetColumn(words.version, 10, formats.tally),
      sheetColumn(words.lockedAt, 20),
      sheetColumn(words.contentHash, 66),
    ],
    empty: words.noReturn,
    rows: years.flatMap((year) =>
      year.sources.map(({ quarter, sequence, lockedAt, contentHash }) => [
        ...[yearName(year), `Q${quarter} / T${quarter}`, sequence, new Date(lockedAt).toISOString(), contentHash],
      ]),
    ),
  };
}

export const renewalSheets = (content: RenewalContent, plan: RenewalPlan | null): readonly SheetTable[] => [
  yearSheet(content),
  resultSheet(content),
  ...pillarSheets(content.years.flatMap(({ pillars }) => pillars ?? [])),
  ...amendmentSheets(amendmentsOf(content.amendments ?? [])),
  ...(plan ? [planSheet(plan)] : []),
  sourceSheet(content),
];
