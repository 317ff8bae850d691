import { referralSource, riskBand } from '#contract/ground/codes';
import type { ImportMapping, ValueField } from '#contract/intake/imports';
import type { Output } from '#contract/index';

export type Survey = Output<'imports.survey'>;
type Values = Survey['values'][number];

/** The mapping with what each text seems to mean, and the order that the dates of each column show. */
export function valuesFrom(mapping: ImportMapping, { values, dates }: Survey): ImportMapping {
  return {
    ...mapping,
    values: Object.fromEntries(
      values.map(({ field, texts }) => [field, Object.fromEntries(texts.map(({ text, code }) => [text, code]))]),
    ),
    dates: Object.fromEntries(dates.map(({ field, order, isEvident, later }) => [field, { order, isEvident, later }])),
  };
}

/** Whether a person should look before the rows are checked. */
export function isToCheck({ values, dates }: Survey): boolean {
  return (
    values.some(({ texts, isTooMany }) => isTooMany || texts.some(({ isSure }) => !isSure)) ||
    dates.some(({ ambiguous, unread, withoutDay }) => ambiguous + unread + withoutDay > 0)
  );
}

/** Rows under one assumption that nobody has looked at, of the field that has the most. */
export function assumedRows({ values }: Survey): number {
  // A row of an unknown unit is refused; one of an unknown band comes in without any.
  const ofField = ({ field, texts }: Values): number =>
    texts
      .filter(({ code, isSure }) => !isSure && (code !== null || field === 'riskBand'))
      .reduce((sum, { count }) => sum + count, 0);
  return Math.max(0, ...values.map(ofField));
}

/** More than this share of the rows under an assumption is confirmed first. */
export const mostAssumed = 0.1;

/** What a state of a register may mean here. */
export const conclusions = ['open', 'concluded', 'not_viable', 'information_only', 'transferred_out'] as const;

/** The codes that a text of a field may mean; units are the user's own. */
export const codesOf = {
  source: referralSource.options,
  conclusion: conclusions,
  riskBand: riskBand.options,
} as const satisfies Record<Exclude<ValueField, 'unitCode'>, readonly string[]>;
