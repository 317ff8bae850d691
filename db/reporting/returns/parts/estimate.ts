import type { Bilingual } from '#contract/ground/common';
import type { PublishedEstimate, PublishedQuantiles } from '#contract/reporting/publishedEstimate';
import { unbroken } from '#contract/ground/period';
import type { ReturnContent } from '#contract/reporting/returns';
import type { Quantiles } from '#contract/statistics/evidence';
import type { Estimate } from '#contract/statistics/estimate';
import { both as pair } from '#contract/words/both';
import { probabilityEnd, rangeOnly } from '#contract/statistics/shown';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { captioned, picture } from '../../../documents/figures/picture.ts';
import { notAvailable } from '../../../documents/notAvailable.ts';
import type { Language } from '../../../documents/page/language.ts';
import { markup } from '../../../documents/page/markup.ts';
import { column, type ReportColumn } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { both, formats, monthEnd, notApplicable, type SheetTable } from '../../../documents/workbook/table.ts';
import { totalFan, unitFans } from '../figures/fan.ts';
import { totalReasons } from '../totalEvidence.ts';
import { assumptionSheet, assumptionTable } from './assumptions.ts';
import type { ReturnPart } from './part.ts';

const texts = {
  intro: {
    en: 'Backlog estimated without the Strategy-funded staff and overtime, less the actual backlog. Tools, training and the national centre remain in both. A single figure is given only where its reliability allows one; otherwise, the interval only. “From no effect”: the same model, funded staff assumed to do nothing until the data show otherwise. Intervals of the total come from joint draws: they are not the sum of the rows.',
    fr: 'Arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie, moins l’arriéré réel. Les outils, la formation et le centre national demeurent dans les deux. Un chiffre unique n’est donné que si sa fiabilité le permet; sinon, l’intervalle seulement. « Effet nul » : même modèle, le personnel financé étant supposé sans effet jusqu’à preuve du contraire. Les intervalles du total viennent de tirages conjoints : ils ne sont pas la somme des lignes.',
  },
  units: {
    en: 'Each unit that has an estimate, on its own scale: actual backlog (line), estimated without funded staff and overtime (bands).',
    fr: 'Chaque unité estimée, à sa propre échelle : arriéré réel (trait), estimé sans le personnel ni les heures supplémentaires financés (bandes).',
  },
} as const satisfies Record<string, Bilingual>;

interface Answer {
  readonly asOf: string;
  readonly backlog: number;
  readonly without: PublishedQuantiles | null;
  readonly avoided: PublishedQuantiles;
  readonly sceptic: PublishedQuantiles | null;
  /** Null where no single figure is published. */
  readonly point: number | null;
  /** Null where no probability is published. */
  readonly probability: number | null;
  readonly grade: Estimate['grade'];
}

interface Row {
  readonly name: string;
  /** Null where nothing was estimated. */
  readonly answer: Answer | null;
  readonly remarks: readonly Bilingual[];
}

const joined = (remarks: readonly Bilingual[]): Bilingual =>
  pair(remarks.map(({ en }) => en).join('; '), remarks.map(({ fr }) => fr).join('; '));

/** Draws that all agree are no certainty: the ends are written as on screen. */
function probabilityCell(probability: number | null): string | number | null {
  const end = probability === null ? null : probabilityEnd(probability);
  return end === null ? probability : both(codeWords.probabilityEnd[end]);
}

/** Why the grade shows a range alone, of one that does. */
function rangeOnlyWords(graded: Parameters<typeof rangeOnly>[0]): readonly Bilingual[] {
  const only = rangeOnly(graded);
  return only === null ? [] : [codeWords.rangeOnly[only]];
}

/** One end of an interval; the page has whole files. */
function bound(
  name: Bilingual,
  of: 'without' | 'avoided' | 'sceptic',
  quantile: 'p025' | 'p10' | 'p90' | 'p975',
  on: ReportColumn<Row>['on'] = ['sheet', 'page'],
): ReportColumn<Row> {
  const percent = quantile === 'p10' || quantile === 'p90' ? '80' : '95';
  const [en, fr] = quantile === 'p10' || quantile === 'p025' ? ['low', 'inf.'] : ['high', 'sup.'];
  const value = ({ answer }: Row): number | null => answer?.[of]?.[quantile] ?? null;
  const label = pair(`${name.en}, ${percent}%, ${en}`, `${name.fr}, ${percent}\u00a0%, ${fr}`);
  return column.whole(`${of}_${quantile}`, label, value, { page: (row) => rounded(value(row)), width: 10, on });
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value));
const [without, avoided] = [pair('Without', 'Sans'), pair('Avoided', 'Évité')];
/** A sceptic's answer: an interval alone, whatever else is published. */
const fromNone = pair('From no effect', 'Effet nul');

const columns: readonly ReportColumn<Row>[] = [
  column.text('unit', headings.unit, ({ name }) => name, { width: 9 }),
  column.day('as_of', headings.asOf, ({ answer }) => answer && answer.asOf, { width: 11, on: ['sheet'] }),
  column.whole('backlog', headings.actualBacklog, ({ answer }) => answer && answer.backlog, { width: 10 }),
  column.whole(
    'without_median',
    pair('Without funded staff, median', 'Sans personnel financé, médiane'),
    ({ answer }) => answer?.without?.p50 ?? null,
    { on: ['sheet'] },
  ),
  bound(without, 'without', 'p10', ['sheet']),
  bound(without, 'without', 'p90', ['sheet']),
  column.whole('avoided', pair('Backlog avoided (K1)', 'Arriéré évité (K1)'), ({ answer }) => answer && answer.point, {
    page: ({ answer }) => rounded(answer && answer.point),
    width: 10,
  }),
  bound(avoided, 'avoided', 'p10'),
  bound(avoided, 'avoided', 'p90'),
  bound(avoided, 'avoided', 'p025'),
  bound(avoided, 'avoided', 'p975'),
  bound(fromNone, 'sceptic', 'p10', ['sheet']),
  bound(fromNone, 'sceptic', 'p90', ['sheet']),
  column.text('from_no_effect', pair('From no effect, 80%', 'Effet nul, 80 %'), ({ name }) => name, {
    page: ({ answer }, { say, number }) => {
      if (!answer?.sceptic) return notAvailable;
      const [low, high] = [answer.sceptic.p10, answer.sceptic.p90].map((each) => number(Math.round(each)));
      return unbroken(say({ en: `${low} to ${high}`, fr: `de ${low} à ${high}` }));
    },
    on: ['page'],
  }),
  column.share('probability', headings.lowerBacklog, ({ answer }) => answer && answer.probability, {
    sheet: ({ answer }) => probabilityCell(answer?.probability ?? null),
    format: formats.share,
    width: 13,
    on: ['sheet'],
  }),
  column.text('grade', headings.grade, ({ answer }) => answer && answer.grade, {
    page: ({ answer }) => answer?.grade ?? notApplicable,
    width: 11,
  }),
  column.texts('remarks', headings.remarks, ({ remarks }) => joined(remarks), {
    page: ({ answer, remarks }, { say, labelled }) =>
      answer ? say(joined(remarks)) : labelled(headings.refused, say(joined(remarks))),
    width: 17,
    isWide: true,
  }),
];

type EstimatedUnit = PublishedEstimate['units'][number];

function unitRow({ code, result: unit }: EstimatedUnit, point: number | null): Row {
  if (unit.status !== 'estimated')
    return { name: code, answer: null, remarks: unit.reasons.map((reason) => codeWords.refusal[reason.code]) };
  const { asOf, backlogNow, sceptic, probabilityBelow, grade } = unit;
  const now = unit.fan[unit.months.indexOf(asOf)] ?? null;
  const answer = { asOf, backlog: backlogNow, without: now, avoided: unit.avoided, sceptic, point, grade };
  return {
    name: code,
    answer: { ...answer, asOf: dayOf(asOf), probability: probabilityBelow },
    remarks: [
      ...rangeOnlyWords(unit),
      ...unit.gradeReasons.map((each) => codeWords.gradeReason[each]),
      ...unit.cautions.map((each) => codeWords.caution[each]),
    ],
  };
}

const dayOf = (month: string): string => monthEnd(month).toISOString().slice(0, 10);

function totalRow({ total, lastMonth }: PublishedEstimate, point: number | null): readonly Row[] {
  if (!total) return [];
  const { backlogNow, counterfactualNow, sceptic, probabilityBelow, evidence } = total;
  const covered = `${total.unitsCovered} / ${total.unitsAsked}`;
  return [
    {
      name: headings.total.en,
      answer: {
        backlog: backlogNow,
        without: counterfactualNow,
        avoided: total.avoided,
        sceptic,
        point,
        probability: probabilityBelow,
        grade: evidence?.grade ?? null,
        asOf: dayOf(total.months.filter((_, index) => total.fan[index] != null).at(-1) ?? lastMonth),
      },
      remarks: [
        ...rangeOnlyWords(evidence),
        ...(evidence ? totalReasons(evidence) : []),
        {
          en: `Joint draws over ${covered} units; not the sum of the rows`,
          fr: `Tirages conjoints sur ${covered} unités; ce n’est pas la somme des lignes`,
        },
      ],
    },
  ];
}

const titles = {
  A: headings.without,
  A_provisional: {
    en: 'Backlog estimated without the Strategy-funded staff and overtime (method A, provisional)',
    fr: 'Arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie (méthode A, provisoire)',
  },
} as const satisfies Record<PublishedEstimate['method'], Bilingual>;

const bounds = [
  ['p025', '95', 'low', 'inf.'],
  ['p10', '80', 'low', 'inf.'],
  ['p25', '50', 'low', 'inf.'],
  ['p75', '50', 'high', 'sup.'],
  ['p90', '80', 'high', 'sup.'],
  ['p975', '95', 'high', 'sup.'],
] as const satisfies readonly (readonly [keyof Quantiles, string, string, string])[];

/** By month, the units with an estimate together; none where no total was estimated. A median only where one is published. */
function fanSheets(result: PublishedEstimate): readonly SheetTable[] {
  const { total } = result;
  if (!total) return [];
  const rows = total.months.map((month, index) => ({ month, backlog: total.backlog[index], fan: total.fan[index] }));
  const table: ReportTable<(typeof rows)[number]> = {
    title: {
      en: 'Backlog estimated without the Strategy-funded staff and overtime, by month',
      fr: 'Arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie, par mois',
    },
    columns: [
      column.day('as_of', headings.asOf, ({ month }) => dayOf(month), { width: 11 }),
      column.whole('backlog', headings.actualBacklog, ({ backlog }) => backlog ?? null, { width: 9 }),
      column.whole('median', pair('Estimated, median', 'Estimé, médiane'), ({ fan }) => fan?.p50 ?? null, {
        width: 9,
      }),
      ...bounds.map(([quantile, level, en, fr]) =>
        column.whole(
          quantile,
          pair(`Without, ${level}%, ${en}`, `Sans, ${level}\u00a0%, ${fr}`),
          ({ fan }: (typeof rows)[number]) => fan?.[quantile] ?? null,
          { width: 9 },
        ),
      ),
    ],
    rows,
  };
  const draw = (language: Language) => totalFan(result, language);
  return [sheetOf(table, { tab: 'By month - Par mois', picture: { number: 3, draw } })];
}

/** The backlog avoided, by unit and in total, with its intervals, and what the estimate assumes; null where there is none. */
export function estimatePart(content: ReturnContent) {
  const { counterfactual: result, values } = content;
  if (!result) return null;
  /** The single figures are those of K1 in the return, whatever the draws would give. */
  const point = (unitCode: string | null): number | null =>
    values.find((each) => each.code === 'K1' && each.unitCode === unitCode)?.value ?? null;
  const table: ReportTable<Row> = {
    title: titles[result.method],
    columns,
    rows: [...result.units.map((each) => unitRow(each, point(each.code))), ...totalRow(result, point(null))],
  };
  return {
    id: 'without',
    title: headings.without,
    page: (language) => {
      const total = totalFan(result, language);
      const each = unitFans(result, language);
      const caption = language.say(
        pair('Backlog avoided (K1), in open items', 'Arriéré évité (K1), en éléments ouverts'),
      );
      return markup`<p>${language.say(texts.intro)}</p>${total && captioned(3, total)}${
        each.length === 0
          ? null
          : markup`<p class="caption">${language.say(texts.units)}</p><div class="multiples">${each.map(picture)}</div>`
      }${pageOf(table, language, { caption, totalled: result.total !== null })}${pageOf(assumptionTable(result), language)}`;
    },
    sheets: [sheetOf(table, { tab: 'Avoided - Évité' }), ...fanSheets(result), assumptionSheet(result)],
  } satisfies ReturnPart;
}
