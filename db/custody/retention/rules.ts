import type { CivilDate } from '#contract/ground/dates';
import type { RetentionClass, RetentionDate } from '#contract/custody/retention';
import { addMonths } from '../../casework/clocks/civil.ts';

/** A rule in force: years are never null here. */
export interface RuleInForce {
  readonly unitId: string;
  readonly class: RetentionClass;
  /** Empty: whatever the offence. */
  readonly offence: string;
  readonly years: number;
}

/** What of a concluded file decides how long it is kept. */
export interface ClassedFile {
  readonly unitId: string;
  readonly concludedOn: CivilDate;
  readonly classes: ReadonlySet<RetentionClass>;
  readonly offences: ReadonlySet<string>;
}

export interface Outcome {
  readonly isYouth: boolean;
  readonly isConvicted: boolean;
  readonly isCharged: boolean;
  readonly isUnfounded: boolean;
}

/** An investigation has one outcome, the weightiest that it came to. */
export function classesOf({ isYouth, isConvicted, isCharged, isUnfounded }: Outcome): ReadonlySet<RetentionClass> {
  const charged: RetentionClass = isConvicted ? 'convicted' : 'charged';
  const other: RetentionClass = isUnfounded ? 'unfounded' : 'not_charged';
  return new Set<RetentionClass>([
    'any',
    isConvicted || isCharged ? charged : other,
    ...(isYouth ? (['youth'] as const) : []),
  ]);
}

/** Nothing is purged while any rule keeps it: the longest that matches holds. Null where none does. */
export function keptUntil(file: ClassedFile, rules: readonly RuleInForce[]): RetentionDate | null {
  const matching = rules.filter(
    (rule) =>
      rule.unitId === file.unitId &&
      file.classes.has(rule.class) &&
      (rule.offence === '' || file.offences.has(rule.offence)),
  );
  const [longest] = matching.toSorted((a, b) => b.years - a.years);
  if (longest === undefined) return null;
  return { on: addMonths(file.concludedOn, 12 * longest.years), class: longest.class, years: longest.years };
}

interface DatedRule {
  readonly unitId: string;
  readonly class: string;
  readonly offence: string;
  readonly validFrom: string;
  readonly years: number | null;
}

/** Of each class and offence the newest that has begun; one without years ends the rule. */
export function inForceOn<R extends DatedRule>(rules: readonly R[], today: CivilDate): R[] {
  const newest = new Map<string, R>();
  for (const rule of rules) {
    if (rule.validFrom > today) continue;
    const key = `${rule.unitId} ${rule.class} ${rule.offence}`;
    const held = newest.get(key);
    if (held === undefined || held.validFrom < rule.validFrom) newest.set(key, rule);
  }
  return [...newest.values()].filter(({ years }) => years !== null);
}
