import type { CaseMeasure } from '#contract/ground/codes';
import { monthOf, type CivilDate } from '#contract/ground/dates';
import type { FieldProblem } from '#contract/ground/errors';
import type { PersonFacts } from '#contract/casework/persons';
import type { Counted } from '../../ledger/ledger/moveMonths.ts';

/** What a person cannot be as given: no more is kept than the role needs, and a child is safeguarded when an agency says so. */
export function personProblems(facts: PersonFacts, today: CivilDate): FieldProblem[] {
  const { role, identifiedOn, safeguardedOn, safeguardedBy } = facts;
  const kept = role === 'victim' ? ([] as const) : (['identifiedOn', 'safeguardedOn', 'safeguardedBy'] as const);
  const unneeded = role === 'subject' ? kept : ([...kept, 'birthDate'] as const);
  const late = (['birthDate', 'identifiedOn', 'safeguardedOn'] as const).filter(
    (field) => (facts[field] ?? '') > today,
  );
  const problems = [
    ...unneeded.filter((field) => facts[field] !== null).map((path) => ({ path, code: 'invalid_value' })),
    ...late.map((path) => ({ path, code: 'date_in_future' })),
  ];
  if ((safeguardedOn === null) !== (safeguardedBy === null))
    problems.push({ path: safeguardedOn === null ? 'safeguardedOn' : 'safeguardedBy', code: 'invalid_type' });
  if (safeguardedOn !== null && identifiedOn === null) problems.push({ path: 'identifiedOn', code: 'invalid_type' });
  if (safeguardedOn !== null && identifiedOn !== null && safeguardedOn < identifiedOn)
    problems.push({ path: 'safeguardedOn', code: 'date_before_previous' });
  return problems;
}

type Dated = Pick<PersonFacts, 'role' | 'identifiedOn' | 'safeguardedOn'>;

/** What a person adds to the months: a victim once when identified, once when safeguarded. */
export function countedOf({ role, identifiedOn, safeguardedOn }: Dated): Counted[] {
  if (role !== 'victim') return [];
  const once = (measure: CaseMeasure, on: CivilDate | null): Counted[] =>
    on === null ? [] : [{ measure, month: monthOf(on), amount: 1 }];
  return [...once('victims_identified', identifiedOn), ...once('victims_safeguarded', safeguardedOn)];
}
