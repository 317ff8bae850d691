import { and, eq, inArray } from 'drizzle-orm';
import { integer, sqliteView, text } from 'drizzle-orm/sqlite-core';
import type { UnitId } from '#contract/ground/ids';
import { duplicateReason, type DuplicateReason } from '#contract/casework/identifiers';
import type { HeldElsewhere } from '#contract/casework/referrals';
import { together } from '../../ground/kernel/together.ts';
import { sharedReasonOf } from '../identifiers/rules.ts';
import type { Sought } from '../identifiers/matches.ts';
import { addressWindow } from '../identifiers/window.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { externalKey } from './rules.ts';

// The two views of `store/sqlite/scope.ts` that say which other unit holds the same, and no more than that.
const numberElsewhere = sqliteView('number_elsewhere', {
  unitId: text('unit_id').notNull(),
  externalKey: text('external_key').notNull(),
}).existing();

const identifierElsewhere = sqliteView('identifier_elsewhere', {
  unitId: text('unit_id').notNull(),
  kind: text('kind').notNull(),
  identifierKey: text('identifier_key').notNull(),
  service: text('service'),
  port: integer('port'),
  seenAt: integer('seen_at'),
}).existing();

interface Given {
  readonly externalNumber: string | null;
  readonly sought: readonly Sought[];
}

/**
 * The other units of the workspace that hold the same number or identifier, each with every reason. Through a reading connection
 * only: a transaction sees the files themselves.
 */
export async function unitsHolding(db: ReadDb, { externalNumber, sought }: Given): Promise<HeldElsewhere[]> {
  const found = new Map<string, Set<DuplicateReason>>();
  const note = (unitId: string, reason: DuplicateReason) => {
    found.set(unitId, (found.get(unitId) ?? new Set()).add(reason));
  };
  const key = externalKey(externalNumber);
  const { numbered, windowMs, holders } = await together({
    numbered: key === null ? [] : db.selectDistinct().from(numberElsewhere).where(eq(numberElsewhere.externalKey, key)),
    windowMs: addressWindow(db),
    holders: holdersOf(db, sought),
  });
  for (const { unitId } of numbered) note(unitId, 'same_external_number');
  for (const [one, rows] of holders) {
    for (const row of rows) {
      const reason = sharedReasonOf(one.kind, one, row, windowMs);
      if (reason !== null) note(row.unitId, reason);
    }
  }
  return Array.from(found, ([unitId, reasons]) => ({
    unitId: unitId as UnitId,
    reasons: duplicateReason.options.filter((each) => reasons.has(each)),
  }));
}

type Holder = typeof identifierElsewhere.$inferSelect;

/** Keys asked for in one query: well under SQLite's limit of parameters. */
const keysAtOnce = 500;

async function holdersOf(db: ReadDb, sought: readonly Sought[]): Promise<readonly (readonly [Sought, Holder[]])[]> {
  const asked: PromiseLike<Holder[]>[] = [];
  for (const kind of new Set(sought.map((each) => each.kind))) {
    const keys = [...new Set(sought.filter((each) => each.kind === kind).map((each) => each.identifierKey))];
    for (let first = 0; first < keys.length; first += keysAtOnce) {
      const some = keys.slice(first, first + keysAtOnce);
      const holds = and(eq(identifierElsewhere.kind, kind), inArray(identifierElsewhere.identifierKey, some));
      asked.push(db.select().from(identifierElsewhere).where(holds));
    }
  }
  const holders = (await Promise.all(asked)).flat();
  return sought.map((one) => [
    one,
    holders.filter((each) => each.kind === one.kind && each.identifierKey === one.identifierKey),
  ]);
}
