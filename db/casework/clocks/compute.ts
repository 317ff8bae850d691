import type { Clock, ClockState } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import { pick } from '../../ground/kernel/pick.ts';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { catalogue, kindOf, rulesFor, type Catalogue, type ClockRule } from './catalogue.ts';
import { addMonths, afterClearDays, lastOpenDay, type ClosedDays } from './civil.ts';
import type { DatedRecord, Length, Override } from './record.ts';
import { remindersOf, urgencyOf } from './reminders.ts';
import { derive, inputsOf } from './words.ts';

export interface Surroundings {
  readonly today: CivilDate;
  /** The unit's own number for a parameter on a day; null where there is none. */
  readonly parameter: (code: string, on: CivilDate) => number | null;
  readonly closed: ClosedDays;
  /** The authority that the record is under. */
  readonly parent: Pick<DatedRecord, 'kind'> | null;
  /** The records under it. */
  readonly children: readonly DatedRecord[];
  /** The latest for each rule. */
  readonly overrides: readonly Override[];
  readonly catalogue?: Catalogue;
}

function lengthOf({ amount }: ClockRule, on: CivilDate, { parameter }: Surroundings): Length | null {
  if ('count' in amount) return amount;
  const count = parameter(amount.parameter, on);
  return count === null ? null : { unit: amount.unit, count };
}

/** The last day of a length that begins on `start`, which is never counted itself (Interpretation Act, ss. 27 and 28). */
export function endOf(start: CivilDate, { unit, count }: Length): CivilDate {
  switch (unit) {
    case 'days':
      return addDays(start, count);
    case 'months':
      return addMonths(start, count);
    case 'clear_days':
      return afterClearDays(start, count);
  }
}

/** An application holds the end back until it is decided, if it was begun before that end. */
function isHeldBy(rule: ClockRule, end: CivilDate, child: DatedRecord): boolean {
  const isPending = child.endedOn === null && child.doneOn === null;
  return isPending && rule.suspendedBy.includes(child.kind) && child.startedOn <= end;
}

/** An order replaces a date for as long as it is in force; a withdrawn or mistaken one does not. */
function isReplacedBy(rule: ClockRule, child: DatedRecord): boolean {
  return (
    child.endedOn === null &&
    rule.replacedBy.some(({ kind, variant }) => kind === child.kind && (variant === null || variant === child.variant))
  );
}

function stateOfClock(
  rule: ClockRule,
  record: DatedRecord,
  computedOn: CivilDate | null,
  { parent, children, catalogue: from }: Surroundings,
): ClockState {
  const produced = parent !== null && kindOf(parent.kind, from).resultsAreProduced;
  if (rule.exceptProduced !== null && produced) return 'exempt';
  if (rule.stops.includes('doneOn') && record.doneOn !== null) return 'met';
  if (record.endedOn !== null) return 'ended';
  if (computedOn === null) return 'no_date';
  if (children.some((child) => isReplacedBy(rule, child))) return 'replaced';
  if (children.some((child) => isHeldBy(rule, computedOn, child))) return 'suspended';
  return 'running';
}

function computed(rule: ClockRule, record: DatedRecord, around: Surroundings) {
  const start = record[rule.start];
  const length = start === null ? null : lengthOf(rule, start, around);
  if (start === null || length === null) return { start, length, on: null };
  const deducted = rule.plusDeducted ? (record.deductedDays ?? 0) : 0;
  return { start, length, on: addDays(endOf(start, length), deducted) };
}

interface Standing {
  readonly state: ClockState;
  readonly dueOn: CivilDate | null;
  readonly override: Override | null;
}

/** A person's decision takes the place of a date that would count, and of one that could not be computed. */
function standingOf(rule: ClockRule, record: DatedRecord, on: CivilDate | null, around: Surroundings): Standing {
  const state = stateOfClock(rule, record, on, around);
  if (state === 'exempt') return { state, dueOn: null, override: null };
  const override = around.overrides.find((each) => each.ruleId === rule.id) ?? null;
  if (override === null) return { state, dueOn: on, override };
  const decides = state === 'running' || state === 'no_date';
  return { state: decides ? (override.dueOn === null ? 'lifted' : 'running') : state, dueOn: override.dueOn, override };
}

/** What moves with the day: nothing but a running clock is due. */
function urgent(record: DatedRecord, { state, dueOn }: Standing, { closed, today }: Surroundings) {
  if (state !== 'running' || dueOn === null) return { urgency: null, daysLeft: null, reminders: [] };
  const reminders = [...remindersOf(record.startedOn, dueOn, closed)];
  return { urgency: urgencyOf(dueOn, reminders, today), daysLeft: daysBetween(today, dueOn), reminders };
}

function clockOf(rule: ClockRule, record: DatedRecord, around: Surroundings): Clock {
  const kind = kindOf(record.kind, around.catalogue);
  const { start, length, on } = computed(rule, record, around);
  const standing = standingOf(rule, record, on, around);
  const { state, dueOn, override } = standing;
  const actBy = dueOn && lastOpenDay(dueOn, around.closed);
  return {
    ruleId: rule.id,
    ...pick(rule, 'name', 'effect', 'statute', 'textAt'),
    catalogueVersion: (around.catalogue ?? catalogue).version,
    inputs: inputsOf(rule, record, kind),
    computedOn: state === 'exempt' ? null : on,
    dueOn,
    actBy,
    state,
    ...urgent(record, standing, around),
    listed: rule.listed,
    derivation: derive({ rule, record, kind, start, length, on, state, actBy, dueOn }),
    caution: rule.caution,
    override: override && pick(override, 'dueOn', 'reason', 'by', 'at'),
  };
}

/** Every clock of a record: its rules are those in force on the day on which it began. Nothing here reads a clock or a store. */
export function clocksOf(record: DatedRecord, around: Surroundings): readonly Clock[] {
  if (record.endReason === 'entered_in_error') return [];
  return rulesFor(record.kind, record.variant, record.startedOn, around.catalogue).map((rule) =>
    clockOf(rule, record, around),
  );
}
