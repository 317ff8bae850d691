import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { ownCode } from '../../indicators/framework.ts';
import type { ReleasedStaff, Shown } from './content.ts';
import { factsOf } from './facts.ts';

/** Fewer persons than this could tell their own part from the rest. */
const leastPersons = 5;
const suppressed: Shown = { value: null, mark: 'x' };
const isFew = (persons: number): boolean => persons > 0 && persons < leastPersons;

function partsOf({ value, numerator, denominator }: IndicatorValue): readonly [number | null, number | null] {
  if (value === null || numerator === null || denominator === null) return [null, null];
  return [numerator, Math.round((denominator - numerator) * 10) / 10];
}

/**
 * Staff in post and overtime are of few persons in a unit, so they are released for the agreement alone: all of it where it comes from at
 * least five full-time equivalents, and who pays where that is true of each part or there is none.
 */
export function staffLines({ values, framework }: ReturnContent): ReleasedStaff[] {
  const total = (code: string): IndicatorValue | undefined =>
    values.find((each) => ownCode(framework, each.code) === code && each.unitCode === null);
  const persons = total('S1');
  const [fundedPersons, basePersons] = persons ? partsOf(persons) : [null, null];
  const enough = persons?.value != null && !isFew(persons.value);
  const split =
    enough && fundedPersons !== null && basePersons !== null && !isFew(fundedPersons) && !isFew(basePersons);
  const show = (value: number | null, may: boolean): Shown =>
    value !== null && !may ? suppressed : { value, mark: '' };
  return ['S1', 'O1'].flatMap((code) => {
    const figure = total(code);
    if (!figure) return [];
    const [funded, base] = partsOf(figure);
    const facts = factsOf(figure, enough && split);
    return [{ ...facts, shown: show(figure.value, enough), funded: show(funded, split), base: show(base, split) }];
  });
}
