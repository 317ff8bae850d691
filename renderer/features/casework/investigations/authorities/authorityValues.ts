import type { AuthorityFacts, AuthorityRow } from '#contract/casework/authorities';
import type { AuthorityKind } from '#contract/casework/clocks';
import type { Input } from '#contract/index';

type Field = keyof AuthorityFacts;

/** Values of the form: text until it is sent, '' where nothing is given. */
export type AuthorityValues = Readonly<Record<Field | 'kind' | 'variant' | 'underId', string>>;

const facts = [
  'startedOn',
  'reference',
  'heldBy',
  'concerning',
  'servedOn',
  'dueOn',
  'doneOn',
  'endedOn',
  'endReason',
  'personId',
  'place',
] as const satisfies readonly Field[];

const always: readonly Field[] = ['startedOn', 'endedOn', 'endReason', 'personId', 'place'];

/** Only what the kind takes is sent: a field that another kind showed is forgotten. */
export function factsOf(
  values: AuthorityValues,
  kind: AuthorityKind | undefined,
): Omit<Input<'authorities.record'>, 'investigationId' | 'kind' | 'variant' | 'underId'> {
  const takes = (field: Field): boolean =>
    always.includes(field) || kind?.takes.some((each) => each === field) === true;
  const given = (field: Field): string | null => {
    const value = values[field].trim();
    return takes(field) && value !== '' ? value : null;
  };
  return {
    startedOn: values.startedOn,
    reference: given('reference'),
    heldBy: given('heldBy'),
    concerning: given('concerning'),
    servedOn: given('servedOn'),
    dueOn: given('dueOn'),
    doneOn: given('doneOn'),
    endedOn: given('endedOn'),
    endReason: given('endReason'),
    personId: given('personId'),
    place: given('place'),
  };
}

export function valuesOf(row: AuthorityRow): AuthorityValues {
  const texts = Object.fromEntries(facts.map((field) => [field, row[field] ?? ''])) as Record<Field, string>;
  return { ...texts, kind: row.kind, variant: row.variant ?? '', underId: row.underId ?? '' };
}

export function blankValues(startedOn: string): AuthorityValues {
  const texts = Object.fromEntries(facts.map((field) => [field, ''])) as Record<Field, string>;
  return { ...texts, startedOn, kind: '', variant: '', underId: '' };
}
