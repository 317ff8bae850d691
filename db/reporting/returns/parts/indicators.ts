import { comparisonNotes } from '#contract/reporting/comparison';
import { figureCover } from '#contract/reporting/figureCover';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import type { Bilingual } from '#contract/ground/common';
import { both as pair } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { markup, type Markup } from '../../../documents/page/markup.ts';
import { column, type ReportColumn } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { both, formats, notApplicable, withoutLast } from '../../../documents/workbook/table.ts';
import { codeColumn, figureColumns, formatIn, marksOf, measureOf, nameOf, statusOf, valueRow } from './figures.ts';
import { minorLine, type ReturnPart } from './part.ts';
import { partLines } from './partLines.ts';

type Row = ReturnType<typeof valueRow>;

const text = {
  en: 'Figures of all units together, each with its definition. A total adds up the units that have the figure and says how many.',
  fr: 'Chiffres de toutes les unités réunies, chacun avec sa définition. Un total additionne les unités qui ont le chiffre et en indique le nombre.',
};

/** What the figure is measured against, where the framework gives it. */
function aims({ baseline, target }: IndicatorDefinition, { labelled, number, day }: Language): readonly Markup[] {
  return [
    ...(baseline ? [minorLine(labelled(headings.baseline, `${number(baseline.value)} (${baseline.period})`))] : []),
    ...(target ? [minorLine(labelled(headings.target, `${number(target.value)} (${day(target.on)})`))] : []),
  ];
}

/** The name of an indicator, and under it what it counts, what it aims at and the parts of its figure. */
function describedName(content: ReturnContent, row: Row, language: Language): Markup {
  const { figure, comparison, definition } = row;
  const { say } = language;
  const notes = comparisonNotes(content, figure, comparison);
  return markup`<strong>${say(nameOf(row))}</strong> (${say(measureOf(row))})<br><span class="definition">${definition ? say(definition.definition) : ''}</span>${definition ? aims(definition, language) : null}${partLines(content, figure, language)}${notes.map((each) => minorLine(say(each)))}`;
}

/** In the return of all, some figures are of agreements and the others of units: each says which. */
function coverText({ consolidated }: ReturnContent, figure: IndicatorValue): Bilingual {
  const { covered, asked, of } = figureCover(figure);
  const agreements = pair(asked === 1 ? ' agreement' : ' agreements', covered < 2 ? ' entente' : ' ententes');
  const units = consolidated ? pair(' units', covered < 2 ? ' unité' : ' unités') : pair('', '');
  const { en, fr } = of === 'agreements' ? agreements : units;
  return { en: `${covered} of ${asked}${en}`, fr: `${covered}${fr} sur ${asked}` };
}

/** In the return of all, the agreements that a figure covers are next to its units. */
function coverColumns({ consolidated }: ReturnContent): readonly ReportColumn<Row>[] {
  const covers = (of: 'units' | 'agreements', what: 'covered' | 'asked', label: Bilingual, width: number) =>
    column.tally(`${of}_${what}`, label, ({ figure }: Row) => figureCover(figure)[what], {
      sheet: ({ figure }) => {
        const cover = figureCover(figure);
        return (cover.of === 'units') === (of === 'units') ? cover[what] : notApplicable;
      },
      format: formats.tally,
      width,
      on: ['sheet'],
    });
  return [
    covers('units', 'covered', headings.unitsCovered, 10),
    covers('units', 'asked', headings.unitsAsked, 10),
    ...(consolidated
      ? [
          covers('agreements', 'covered', headings.agreementsCovered, 14),
          covers('agreements', 'asked', headings.agreementsAsked, 14),
        ]
      : []),
  ];
}

/** What the figure is measured against, where the framework gives it. */
const aimColumns: readonly ReportColumn<Row>[] = [
  column.number('baseline', headings.baseline, ({ definition }) => definition?.baseline?.value ?? null, {
    sheet: ({ definition }) => definition?.baseline?.value ?? notApplicable,
    format: formats.number,
    width: 13,
    on: ['sheet'],
  }),
  column.text('baseline_of', headings.baselineOf, ({ definition }) => definition?.baseline?.period ?? null, {
    width: 14,
    on: ['sheet'],
  }),
  column.number('target', headings.target, ({ definition }) => definition?.target?.value ?? null, {
    sheet: ({ definition }) => definition?.target?.value ?? notApplicable,
    format: formats.number,
    on: ['sheet'],
  }),
  column.text('target_by', headings.targetBy, ({ definition }) => definition?.target?.on ?? null, { on: ['sheet'] }),
];

/** Every indicator of the agreement, with its definition and its figure. */
export function indicatorsPart(content: ReturnContent) {
  const { consolidated, quarter, framework, values } = content;
  const totals = values.filter((each) => each.unitCode === null);
  const hasAims = framework.indicators.some(({ baseline, target }) => baseline !== null || target !== null);
  const table: ReportTable<Row> = {
    title: consolidated ? headings.indicatorsOfAll : headings.indicatorsOfAgreement,
    columns: [
      codeColumn,
      column.words<Row>('described', headings.indicator, nameOf, {
        page: (row, language) => describedName(content, row, language),
        isWide: true,
        on: ['page'],
      }),
      ...figureColumns(content),
      column.words('status', headings.status, ({ figure }) => statusOf(figure), {
        page: ({ figure }, { say }) =>
          markup`${say(statusOf(figure))}${marksOf(content, figure).map((mark) => minorLine(say(mark)))}`,
        on: ['page'],
      }),
      column.words(
        'covered',
        consolidated ? headings.covered : headings.unitsCovered,
        ({ figure }) => coverText(content, figure),
        { on: ['page'] },
      ),
      ...coverColumns(content),
      ...(hasAims ? aimColumns : []),
      column.text('source', headings.source, ({ figure }) => figure.calculation, {
        sheet: ({ figure }) =>
          [codeWords.calculation[figure.calculation], ...marksOf(content, figure)].map(both).join('\n'),
        width: 16,
        on: ['sheet'],
      }),
      column.text('definition_version', headings.definitionVersion, ({ figure }) => figure.definitionVersion, {
        width: 11,
        on: ['sheet'],
      }),
      // The definition is next to its figure: who reads the number need not look for what it means.
      column.texts('definition', headings.definition, ({ definition }) => definition?.definition ?? null, {
        width: 110,
        on: ['sheet'],
      }),
    ],
    rows: totals.map((each) => valueRow(content, each)),
  };
  const sheet = sheetOf(table, {
    tab: 'Indicators - Indicateurs',
    isMain: true,
    rowFormats: totals.map(formatIn(content)),
  });
  return {
    id: 'indicators',
    title: headings.indicators,
    page: (language) => {
      const caption = `${language.say(headings.indicators)}, ${language.quarter(quarter)}`;
      return markup`<p>${language.say(text)}</p>${pageOf(table, language, { caption })}`;
    },
    // On paper the definitions have a sheet of their own.
    sheets: [withoutLast(sheet, 2)],
  } satisfies ReturnPart;
}
