import type { Bilingual } from '#contract/ground/common';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { steadOf } from '#contract/reporting/stead';
import { figureRestsOnForm } from '#contract/reporting/unsigned';
import { both as pair } from '#contract/words/both';
import { headings } from '#contract/words/headings';
import type { Language } from '../../../documents/page/language.ts';
import { markup } from '../../../documents/page/markup.ts';
import type { PaperCell } from '../../../documents/page/table.ts';
import { amount } from '../../indicators/amount.ts';

/** What the marks mean. */
export const marksText = {
  en: '“..”: not available; “p”: partial figure; “0 c”: zero confirmed by the unit; “u”: UNSIGNED, in whole or in part.',
  fr: '« .. » : non disponible; « p » : chiffre partiel; « 0 c » : zéro confirmé par l’unité; « ns » : NON SIGNÉ, en tout ou en partie.',
};

type MarkedFigure = Pick<IndicatorValue, 'code' | 'value' | 'status' | 'numerator' | 'denominator'> &
  Partial<Pick<IndicatorValue, 'calculation' | 'unitsCovered'>>;

/** A figure of a unit or an agreement with the marks of its status and of a form that nothing signs. */
export function markedFigure(
  { framework }: ReturnContent,
  figure: MarkedFigure | undefined,
  isUnsigned: boolean,
  language: Language,
): PaperCell {
  if (!figure) return null;
  const of = framework.indicators.find((each) => each.code === figure.code) ?? figure;
  const text = amount(of, figure.value, language);
  const stead = steadOf(figure);
  if (text === null) return stead && language.say(headings[stead]);
  const marks = [
    ...(figure.status === 'partial' ? ['p'] : []),
    ...(figure.status === 'zero_confirmed' ? ['c'] : []),
    ...(isUnsigned ? [language.say(pair('u', 'ns'))] : []),
  ];
  return marks.length === 0 ? text : markup`${text}${marks.map((mark) => markup` <abbr>${mark}</abbr>`)}`;
}

export function valueCell(
  content: ReturnContent,
  unitCode: string | null,
  code: string,
  language: Language,
): PaperCell {
  const figure = content.values.find((each) => each.code === code && each.unitCode === unitCode);
  return markedFigure(content, figure, figure !== undefined && figureRestsOnForm(content, figure), language);
}

export const withCode = ({ code, name }: { readonly code: string; readonly name: Bilingual }): Bilingual => ({
  en: `${code} ${name.en}`,
  fr: `${code} ${name.fr}`,
});
