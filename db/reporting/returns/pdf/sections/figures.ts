import { ledgerSign, ledgerTerm, staffingMeasure } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import { quarterMonths, type Month } from '#contract/ground/dates';
import { comparisonNotes, comparisonOf, type Comparison } from '#contract/reporting/comparison';
import { isMoney, type IndicatorDefinition } from '#contract/reporting/indicators';
import { steadOf } from '#contract/reporting/stead';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { figureRestsOnForm, restsOnForm, unsignedMarks } from '#contract/reporting/unsigned';
import { figureCover } from '#contract/reporting/figureCover';
import { codeWords } from '#contract/words/codes';
import { amount, type Measured } from '../../../indicators/amount.ts';
import type { Language } from '../../../../documents/page/language.ts';
import { markup, type Markup } from '../../../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn, wideColumn, type PaperCell } from '../../../../documents/page/table.ts';
import { words } from '../../printedWords.ts';
import { minorLine, partLines } from './parts.ts';

/** Indicators beyond the width of a page are in further tables. */
const columnsOfPage = 12;

function changeText(of: Measured, change: number, language: Language): string {
  return isMoney(of) ? `${change > 0 ? '+' : ''}${amount(of, change, language) ?? ''}` : language.change(change);
}

/** The earlier figure and the change; neither is shown where it would compare unequal coverage. */
function comparisonCells(
  of: Measured,
  { state, previous, change }: Comparison,
  language: Language,
): readonly PaperCell[] {
  if (state === 'not_applicable' || state === 'not_comparable') return ['...', '...'];
  return [amount(of, previous, language), change === null ? null : changeText(of, change.absolute, language)];
}

function statusOf(value: IndicatorValue, language: Language): string {
  const stead = steadOf(value);
  return language.say(stead ? words[stead] : codeWords.valueStatus[value.status]);
}

/** In the return of all, some figures are of agreements and the others of units: each says which. */
function coverOf({ consolidated }: ReturnContent, figure: IndicatorValue): Bilingual {
  const { covered, asked, of } = figureCover(figure);
  if (of === 'agreements') {
    return {
      en: `${covered} of ${asked} ${asked === 1 ? 'agreement' : 'agreements'}`,
      fr: `${covered} ${covered < 2 ? 'entente' : 'ententes'} sur ${asked}`,
    };
  }
  return consolidated
    ? {
        en: `${covered} of ${asked} units`,
        fr: `${covered} ${covered < 2 ? 'unité' : 'unités'} sur ${asked}`,
      }
    : { en: `${covered} of ${asked}`, fr: `${covered} sur ${asked}` };
}

/** What the figure is measured against, where the framework gives it. */
function aims({ baseline, target }: IndicatorDefinition, { labelled, number, day }: Language): readonly Markup[] {
  return [
    ...(baseline ? [minorLine(labelled(words.baseline, `${number(baseline.value)} (${baseline.period})`))] : []),
    ...(target ? [minorLine(labelled(words.target, `${number(target.value)} (${day(target.on)})`))] : []),
  ];
}

/** Every indicator of the agreement, with its definition and its figure. */
export function indicatorSection(content: ReturnContent, language: Language): Markup {
  const { say } = language;
  const rows = content.framework.indicators.flatMap((indicator): (readonly PaperCell[])[] => {
    const figure = content.values.find((each) => each.code === indicator.code && each.unitCode === null);
    if (!figure) return [];
    const comparison = comparisonOf(content, figure);
    const notes = comparisonNotes(content, figure, comparison);
    const name = markup`<strong>${say(indicator.name)}</strong> (${say(indicator.unitOfMeasure)})<br><span class="definition">${say(indicator.definition)}</span>${aims(indicator, language)}${partLines(content, figure, language)}${notes.map((each) => minorLine(say(each)))}`;
    const covered = say(coverOf(content, figure));
    return [
      [
        figure.code,
        name,
        amount(indicator, figure.value, language),
        ...comparisonCells(indicator, comparison, language),
        markup`${statusOf(figure, language)}${unsignedMarks(content, figure).map((mark) => minorLine(say(words[mark])))}`,
        covered,
      ],
    ];
  });
  return markup`<p>${say(words.indicatorsText)}</p>${paperTable(language, {
    caption: `${say(words.indicators)}, ${language.quarter(content.quarter)}`,
    columns: [
      textColumn(words.code),
      wideColumn(words.indicatorAndDefinition),
      numberColumn(words.value),
      numberColumn(words.before),
      numberColumn(words.change),
      textColumn(words.status),
      textColumn(content.consolidated ? words.covered : words.unitsCovered),
    ],
    rows,
  })}`;
}

type MarkedFigure = Pick<IndicatorValue, 'code' | 'value' | 'status' | 'numerator' | 'denominator'> &
  Partial<Pick<IndicatorValue, 'calculation' | 'unitsCovered'>>;

/** A figure of a unit or an agreement with the marks of its status and of a form that nothing signs. */
function markedFigure(
  { framework }: ReturnContent,
  figure: MarkedFigure | undefined,
  isUnsigned: boolean,
  language: Language,
): PaperCell {
  if (!figure) return null;
  const of = framework.indicators.find((each) => each.code === figure.code) ?? figure;
  const text = amount(of, figure.value, language);
  const stead = steadOf(figure);
  if (text === null) return stead && language.say(words[stead]);
  const marks = [
    ...(figure.status === 'partial' ? ['p'] : []),
    ...(figure.status === 'zero_confirmed' ? ['c'] : []),
    ...(isUnsigned ? [language.say(words.unsignedMark)] : []),
  ];
  return marks.length === 0 ? text : markup`${text}${marks.map((mark) => markup` <abbr>${mark}</abbr>`)}`;
}

function valueCell(content: ReturnContent, unitCode: string | null, code: string, language: Language): PaperCell {
  const figure = content.values.find((each) => each.code === code && each.unitCode === unitCode);
  return markedFigure(content, figure, figure !== undefined && figureRestsOnForm(content, figure), language);
}

/** A unit whose figures come from a form that nothing signs says so, as does a total in which they are. */
function unitLabel({ checks }: ReturnContent, unitCode: string | null, { say }: Language): PaperCell {
  const name = unitCode ?? say(words.total);
  if (!restsOnForm(checks, unitCode)) return name;
  return markup`${name}${minorLine(say(unitCode === null ? words.partlyUnsigned : words.unsigned))}`;
}

export function unitSection(content: ReturnContent, language: Language): Markup {
  const codes = content.framework.indicators.map((each) => each.code);
  const tables = Math.ceil(codes.length / columnsOfPage);
  const each = Math.ceil(codes.length / Math.max(tables, 1));
  const pages = Array.from({ length: tables }, (_, page) => codes.slice(page * each, (page + 1) * each));
  const nameOf = (code: string) => {
    const name = content.framework.indicators.find((each) => each.code === code)?.name;
    return { en: `${code} ${name?.en ?? ''}`, fr: `${code} ${name?.fr ?? ''}` };
  };
  const figure = (unitCode: string | null, code: string): PaperCell => valueCell(content, unitCode, code, language);
  const row = (unitCode: string | null, shown: readonly string[]): readonly PaperCell[] => [
    unitLabel(content, unitCode, language),
    ...shown.map((code) => figure(unitCode, code)),
  ];
  return markup`<p>${language.say(words.byUnitText)}</p>${pages.map((shown) =>
    paperTable(language, {
      caption: `${language.say(words.byUnit)}, ${shown[0]} - ${shown.at(-1) ?? ''}`,
      columns: [textColumn(words.unit), ...shown.map((code) => numberColumn(nameOf(code)))],
      rows: [...content.units.map(({ code }) => row(code, shown)), row(null, shown)],
      totalled: true,
    }),
  )}`;
}

/** What each agreement reports of itself; the return of one agreement has none. */
export function agreementSection(content: ReturnContent, language: Language): Markup {
  const { say } = language;
  const figures = content.agreementFigures;
  const indicators = content.framework.indicators.filter(({ code }) => figures.some((each) => each.code === code));
  const agreements = new Map(figures.map((each) => [each.agreementCode, each.recipient]));
  const cell = (agreementCode: string, code: string): PaperCell => {
    const figure = figures.find((each) => each.agreementCode === agreementCode && each.code === code);
    return markedFigure(content, figure, figure?.unsigned === true, language);
  };
  const total = (code: string): PaperCell => valueCell(content, null, code, language);
  return markup`<p>${say(words.byUnitText)}</p>${paperTable(language, {
    caption: `${say(words.byAgreement)}, ${language.quarter(content.quarter)}`,
    columns: [
      textColumn(words.agreement),
      wideColumn(words.recipient),
      ...indicators.map(({ code, name }) => numberColumn({ en: `${code} ${name.en}`, fr: `${code} ${name.fr}` })),
    ],
    rows: [
      ...[...agreements].map(([code, recipient]) => [
        code,
        say(recipient),
        ...indicators.map((each) => cell(code, each.code)),
      ]),
      [say(words.total), '', ...indicators.map((each) => total(each.code))],
    ],
    totalled: true,
  })}`;
}

function monthLabel({ checks }: ReturnContent, unitCode: string, month: Month, { say }: Language): PaperCell {
  const name = `${unitCode}, ${month}`;
  return restsOnForm(checks, unitCode) ? markup`${name}${minorLine(say(words.unsigned))}` : name;
}

export function ledgerSection(content: ReturnContent, language: Language): Markup {
  const { say } = language;
  const term = (code: (typeof ledgerTerm.options)[number]) => {
    const sign = code === 'reclassified' ? '±' : ledgerSign[code] > 0 ? '+' : '\u2212';
    const { en, fr } = codeWords.ledger[code];
    return numberColumn({ en: `${sign}\u00a0${en}`, fr: `${sign}\u00a0${fr}` });
  };
  return markup`<p>${say(words.ledgerText)}</p>${paperTable(language, {
    caption: `${say(words.ledger)}, ${language.quarter(content.quarter)}`,
    columns: [
      textColumn(words.unitAndMonth),
      numberColumn(codeWords.ledger.opening),
      ...ledgerTerm.options.map(term),
      numberColumn(codeWords.ledger.closing),
      textColumn(words.balanced),
    ],
    rows: content.ledger.map(({ unitCode, month, line }) => [
      monthLabel(content, unitCode, month, language),
      line.opening,
      ...ledgerTerm.options.map((each) => line.terms[each]),
      line.closing,
      say(line.balanced ? words.yes : words.no),
    ]),
  })}`;
}

export function staffSection(content: ReturnContent, language: Language): Markup {
  const cells = new Map(content.panel.map((each) => [`${each.unitCode} ${each.month} ${each.measure}`, each.value]));
  return paperTable(language, {
    caption: `${language.say(words.staff)}, ${language.quarter(content.quarter)}`,
    columns: [
      textColumn(words.unitAndMonth),
      ...staffingMeasure.options.map((measure) => numberColumn(codeWords.measure[measure])),
    ],
    rows: content.units.flatMap(({ code }) =>
      quarterMonths(content.quarter).map((month) => [
        monthLabel(content, code, month, language),
        ...staffingMeasure.options.map((measure) => cells.get(`${code} ${month} ${measure}`) ?? null),
      ]),
    ),
  });
}
