import { and, asc, eq, isNull } from 'drizzle-orm';
import type { AuthorityKind } from '#contract/clocks';
import type { CivilDate } from '#contract/dates';
import type { AuthorityId, ChargeId } from '#contract/ids';
import type { OpenItem } from '#contract/investigations';
import type { AuthorityRecord } from '../authorities/rows.ts';
import { kindOf } from '../clocks/catalogue.ts';
import { authority } from '../schema/unit/authorities.ts';
import { charge } from '../schema/unit/investigations.ts';
import type { ReadDb } from '../store/types.ts';

function isOpen({ opens }: AuthorityKind, row: AuthorityRecord, parent: AuthorityRecord | undefined): boolean {
  if (opens === null || row.endedOn !== null) return false;
  // What was produced under an order is not detained.
  if (parent !== undefined && kindOf(parent.kind).resultsAreProduced) return false;
  return opens === 'until_ended' || row.doneOn === null;
}

/** What still stands in the way of concluding a file, in the order of its dates. */
export async function openItems(db: Pick<ReadDb, 'select'>, investigationId: string): Promise<OpenItem[]> {
  const rows = await db
    .select()
    .from(authority)
    .where(eq(authority.investigationId, investigationId))
    .orderBy(asc(authority.startedOn), asc(authority.id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const authorities = rows
    .filter((row) => isOpen(kindOf(row.kind), row, byId.get(row.underId ?? '')))
    .map((row) => ({
      kind: 'authority' as const,
      id: row.id as AuthorityId,
      name: kindOf(row.kind).name,
      on: row.startedOn as CivilDate,
    }));
  const charges = await db
    .select()
    .from(charge)
    .where(and(eq(charge.investigationId, investigationId), eq(charge.stage, 'laid'), isNull(charge.disposition)))
    .orderBy(asc(charge.laidOn), asc(charge.id));
  return [
    ...authorities,
    ...charges.map(({ id, section, laidOn }) => ({
      kind: 'charge' as const,
      id: id as ChargeId,
      section,
      on: laidOn as CivilDate,
    })),
  ];
}
