import type { AuthorityFacts } from '#contract/casework/authorities';
import type { AuthorityKind } from '#contract/casework/clocks';
import { monthOf, type CivilDate } from '#contract/ground/dates';
import type { FieldProblem } from '#contract/ground/errors';
import { kindOf } from '../clocks/catalogue.ts';
import type { RecordCount } from '../../ledger/ledger/countedBy.ts';

/** Letters and digits alone, without case or accents: the same data are described in many hands. */
function folded(text: string | null): string {
  return (text ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The key that a file may have once, for a kind so limited; a mistaken entry blocks nothing. */
export function onceKey(kind: AuthorityKind, facts: AuthorityFacts): string | null {
  if (kind.once.length === 0 || facts.endReason === 'entered_in_error') return null;
  return [kind.code, ...kind.once.map((field) => folded(facts[field]))].join('|');
}

const fields = ['reference', 'heldBy', 'concerning', 'servedOn', 'dueOn', 'doneOn'] as const;

function fieldProblems(kind: AuthorityKind, facts: AuthorityFacts): FieldProblem[] {
  return fields.flatMap((field) => {
    if (kind.needs.includes(field) && (facts[field] === null || facts[field] === ''))
      return [{ path: field, code: 'invalid_type' }];
    return facts[field] !== null && !kind.takes.includes(field) ? [{ path: field, code: 'invalid_value' }] : [];
  });
}

function dateProblems(kind: AuthorityKind, facts: AuthorityFacts, today: CivilDate): FieldProblem[] {
  const passed = (['servedOn', 'doneOn', 'endedOn'] as const).flatMap((field) => dayProblem(field, facts, today));
  const late = facts.startedOn > today && !kind.mayBeginLater ? [{ path: 'startedOn', code: 'date_in_future' }] : [];
  const early =
    facts.dueOn !== null && facts.dueOn < facts.startedOn ? [{ path: 'dueOn', code: 'date_before_previous' }] : [];
  return [...late, ...passed, ...early];
}

function dayProblem(field: 'servedOn' | 'doneOn' | 'endedOn', facts: AuthorityFacts, today: CivilDate): FieldProblem[] {
  const on = facts[field];
  if (on === null) return [];
  if (on > today) return [{ path: field, code: 'date_in_future' }];
  return on < facts.startedOn ? [{ path: field, code: 'date_before_previous' }] : [];
}

function endProblems(kind: AuthorityKind, { endedOn, endReason }: AuthorityFacts): FieldProblem[] {
  if ((endedOn === null) !== (endReason === null))
    return [{ path: endedOn === null ? 'endedOn' : 'endReason', code: 'invalid_type' }];
  const known = endReason === null || kind.ends.some((each) => each.code === endReason);
  return known ? [] : [{ path: 'endReason', code: 'invalid_value' }];
}

/** What a record of the kind cannot be as given: fields that it lacks or does not take, and days out of order. */
export function authorityProblems(kind: AuthorityKind, facts: AuthorityFacts, today: CivilDate): FieldProblem[] {
  return [...fieldProblems(kind, facts), ...dateProblems(kind, facts, today), ...endProblems(kind, facts)];
}

/** A kind with variants needs one of them, a kind without takes none. */
export function isVariantOf(kind: AuthorityKind, variant: string | null): boolean {
  return variant === null ? kind.variants.length === 0 : kind.variants.some((each) => each.code === variant);
}

interface CountedAuthority {
  readonly id: string;
  readonly kind: string;
  readonly startedOn: string;
  readonly endReason: string | null;
}

/** What a record counts: a judicial authorization (A1) once, in the month in which it was given; an entry in error nothing. */
export function authorityCounts({ id, kind, startedOn, endReason }: CountedAuthority): RecordCount[] {
  if (!kindOf(kind).isJudicial || endReason === 'entered_in_error') return [];
  return [{ recordId: id, measure: 'authorizations', month: monthOf(startedOn as CivilDate), amount: 1 }];
}
