import type { AuthorityId } from '#contract/ground/ids';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { user } from '../../ground/schema/common/people.ts';
import { clockOverride, clockParameter, closedDay } from '../../ground/schema/unit/authorities.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { together } from '../../ground/kernel/together.ts';
import { catalogue } from './catalogue.ts';
import type { ClosedDays } from './civil.ts';
import type { Override } from './record.ts';

/** What the workspace has set: its own numbers, dated, and its closed days. */
export interface ClockSettings {
  readonly parameter: (code: string, on: CivilDate) => number | null;
  readonly closed: ClosedDays;
}

export async function clockSettings(db: Pick<ReadDb, 'select'>): Promise<ClockSettings> {
  const { set, closed } = await together({
    set: db.select().from(clockParameter).orderBy(desc(clockParameter.validFrom)),
    closed: db.select({ on: closedDay.on }).from(closedDay),
  });
  return {
    parameter: (code, on) => {
      const own = set.find((each) => each.code === code && each.validFrom <= on);
      return own ? own.value : (catalogue.parameters.find((each) => each.code === code)?.default ?? null);
    },
    closed: new Set(closed.map((each) => each.on)),
  };
}

/** The decisions that hold now, by authority (of all where no id is given): the latest of each rule, unless it gave the computed date back. */
export async function standingOverrides(
  db: Pick<ReadDb, 'select'>,
  authorityIds?: readonly AuthorityId[],
): Promise<ReadonlyMap<string, readonly Override[]>> {
  const latest = new Map<string, Map<string, Override | null>>();
  const rows = await db
    .select({ override: clockOverride, by: user.displayName })
    .from(clockOverride)
    .leftJoin(user, eq(user.id, clockOverride.userId))
    .where(authorityIds && inArray(clockOverride.authorityId, [...authorityIds]))
    .orderBy(asc(clockOverride.position));
  for (const { override, by } of rows) {
    const { authorityId, ruleId, decision, dueOn, reason, at } = override;
    const ofAuthority = latest.get(authorityId) ?? new Map<string, Override | null>();
    const held = { ruleId, dueOn, reason, by: by ?? '', at };
    ofAuthority.set(ruleId, decision === 'computed' ? null : held);
    latest.set(authorityId, ofAuthority);
  }
  return new Map([...latest].map(([id, rules]) => [id, [...rules.values()].filter((each) => each !== null)]));
}
