import type { Bilingual } from '#contract/ground/common';
import type { PublishedEstimate, PublishedQuantiles, PublishedUnit } from '#contract/reporting/publishedEstimate';
import type { IndicatorValue } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { totalReasons } from '../totalEvidence.ts';
import {
  both,
  formats,
  only,
  sheetColumn,
  monthEnd,
  type SheetColumn,
  type SheetTable,
  type SheetValue,
} from '../../../documents/workbook/table.ts';

const bound = (en: string, fr: string, percent: string, end: 'low' | 'high'): SheetColumn => {
  const ends = { low: ['low', 'inf.'], high: ['high', 'sup.'] } as const;
  return sheetColumn(
    { en: `${en}, ${percent}%, ${ends[end][0]}`, fr: `${fr}, ${percent}\u00a0%, ${ends[end][1]}` },
    10,
    formats.whole,
  );
};
const without = (end: 'low' | 'high'): SheetColumn => bound('Without', 'Sans', '80', end);
const avoided = (percent: '80' | '95', end: 'low' | 'high'): SheetColumn => bound('Avoided', 'Évité', percent, end);
/** A sceptic's answer: an interval alone, whatever else is published. */
const fromNone = (end: 'low' | 'high'): SheetColumn => bound('From no effect', 'Effet nul', '80', end);

const columns: readonly SheetColumn[] = [
  sheetColumn(headings.unit, 9),
  sheetColumn(headings.asOf, 11, formats.day),
  sheetColumn(headings.actualBacklog, 10, formats.whole),
  sheetColumn({ en: 'Without funded staff, median', fr: 'Sans personnel financé, médiane' }, 12, formats.whole),
  without('low'),
  without('high'),
  sheetColumn({ en: 'Backlog avoided (K1)', fr: 'Arriéré évité (K1)' }, 10, formats.whole),
  avoided('80', 'low'),
  avoided('80', 'high'),
  avoided('95', 'low'),
  avoided('95', 'high'),
  fromNone('low'),
  fromNone('high'),
  sheetColumn(headings.lowerBacklog, 13, formats.share),
  sheetColumn(headings.grade, 11),
  sheetColumn(only('en', headings.remarks), 17),
  sheetColumn(only('fr', headings.remarks), 17),
];

interface Answer {
  readonly name: string;
  readonly asOf: string;
  readonly backlog: number;
  readonly counterfactual: PublishedQuantiles | null;
  readonly avoided: PublishedQuantiles;
  readonly sceptic: PublishedQuantiles | null;
  /** Null where no single figure is published: there is then no probability either. */
  readonly point: number | null;
  readonly probability: number | null;
  readonly grade: string | null;
  readonly remarks: readonly Bilingual[];
}

const joined = (remarks: readonly Bilingual[], language: 'en' | 'fr'): string =>
  remarks.map((each) => each[language]).join('; ');

/** Both ends of the 80 % interval; null where there is none. */
const ends80 = (interval: PublishedQuantiles | null): readonly SheetValue[] =>
  interval ? [interval.p10, interval.p90] : [null, null];

function answerRow(answer: Answer): readonly SheetValue[] {
  const { counterfactual, avoided: fewer, sceptic } = answer;
  return [
    answer.name,
    monthEnd(answer.asOf),
    answer.backlog,
    // Without a claim there is no single figure on either side of the difference: only the intervals are given.
    answer.point === null ? null : (counterfactual?.p50 ?? null),
    ...ends80(counterfactual),
    answer.point,
    ...ends80(fewer),
    fewer.p025,
    fewer.p975,
    ...ends80(sceptic),
    answer.point === null ? null : probabilityCell(answer.probability),
    answer.grade,
    joined(answer.remarks, 'en'),
    joined(answer.remarks, 'fr'),
  ];
}

/** Draws that all agree are no certainty: the ends are written as on screen. */
function probabilityCell(probability: number | null): SheetValue {
  if (probability !== null && probability > 0.99) return both({ en: 'over 99%', fr: 'plus de 99\u00a0%' });
  if (probability !== null && probability < 0.01) return both({ en: 'under 1%', fr: 'moins de 1\u00a0%' });
  return probability;
}

function unitAnswer(code: string, unit: PublishedUnit, point: number | null): Answer {
  const now = unit.months.indexOf(unit.asOf);
  return {
    name: code,
    asOf: unit.asOf,
    backlog: unit.backlogNow,
    counterfactual: unit.fan[now] ?? null,
    avoided: unit.avoided,
    sceptic: unit.sceptic,
    point,
    probability: unit.probabilityBelow,
    grade: unit.grade,
    remarks: [
      ...unit.gradeReasons.map((each) => codeWords.gradeReason[each]),
      ...unit.cautions.map((each) => codeWords.caution[each]),
    ],
  };
}

function refusedRow(code: string, remarks: readonly Bilingual[]): readonly SheetValue[] {
  return [code, ...columns.slice(1, -3).map(() => null), null, joined(remarks, 'en'), joined(remarks, 'fr')];
}

function totalRow({ total, lastMonth }: PublishedEstimate, point: number | null): readonly SheetValue[] | null {
  if (!total) return null;
  const covered = `${total.unitsCovered} / ${total.unitsAsked}`;
  return answerRow({
    name: 'Total',
    asOf: total.months.filter((_, index) => total.fan[index] != null).at(-1) ?? lastMonth,
    backlog: total.backlogNow,
    counterfactual: total.counterfactualNow,
    avoided: total.avoided,
    sceptic: total.sceptic,
    point,
    probability: total.probabilityBelow,
    grade: total.evidence?.grade ?? null,
    remarks: [
      ...(total.evidence ? totalReasons(total.evidence) : []),
      {
        en: `Joint draws over ${covered} units; not the sum of the rows`,
        fr: `Tirages conjoints sur ${covered} unités; ce n\u2019est pas la somme des lignes`,
      },
    ],
  });
}

const titles = {
  A: headings.without,
  A_provisional: {
    en: 'Backlog estimated without the Strategy-funded staff and overtime (method A, provisional)',
    fr: 'Arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie (méthode A, provisoire)',
  },
} as const satisfies Record<PublishedEstimate['method'], Bilingual>;

/** The single figures are those of K1 in the return, whatever the draws would give. */
export function counterfactualSheet(result: PublishedEstimate, values: readonly IndicatorValue[]): SheetTable {
  const point = (unitCode: string | null): number | null =>
    values.find((each) => each.code === 'K1' && each.unitCode === unitCode)?.value ?? null;
  const total = totalRow(result, point(null));
  return {
    tab: 'Avoided - Évité',
    title: titles[result.method],
    columns,
    rows: [
      ...result.units.map(({ code, result: unit }) =>
        unit.status === 'estimated'
          ? answerRow(unitAnswer(code, unit, point(code)))
          : refusedRow(
              code,
              unit.reasons.map((reason) => codeWords.refusal[reason.code]),
            ),
      ),
      ...(total ? [total] : []),
    ],
  };
}
