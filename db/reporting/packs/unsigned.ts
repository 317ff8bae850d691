import { eq, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { returnContent, unsignedUnits } from '#contract/reporting/returns';
import { pack, receivedReturn } from '../../ground/schema/coordination/packs.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

interface Source {
  readonly id: string;
  readonly kind: string;
  /** Of a received return, the units that it took from a form which nothing signs. */
  readonly unsignedUnits?: readonly string[];
}

const checked = z.object({ content: returnContent.pick({ checks: true }) });

/** Of received returns, the units that each took from a form which nothing signs. */
export async function unsignedIn(
  db: ReadDb,
  ids: readonly (typeof pack.$inferSelect)['id'][],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .select({ packId: receivedReturn.packId, document: receivedReturn.document })
    .from(receivedReturn)
    .where(inArray(receivedReturn.packId, [...ids]));
  return new Map(
    rows.map(({ packId, document }) => {
      const { checks } = checked.parse(JSON.parse(document)).content;
      return [packId, [...unsignedUnits(checks)].flatMap((code) => code ?? [])];
    }),
  );
}

/** Forms, and received returns that took the unit's figures from one: what is unsigned stays so on its way up. */
export function unsignedSources(packs: readonly Source[], unitCode: string): ReadonlySet<string | null> {
  return new Set(
    packs
      .filter(({ kind, unsignedUnits: units }) => kind === 'kit' || units?.includes(unitCode) === true)
      .map(({ id }) => id),
  );
}

/** The sources of each unit's figures that nothing signs, by the unit's code. */
export async function readUnsigned(db: ReadDb): Promise<(unitCode: string) => ReadonlySet<string | null>> {
  const rows = await db
    .select({ id: pack.id, kind: pack.kind })
    .from(pack)
    .where(or(eq(pack.kind, 'kit'), eq(pack.kind, 'return')));
  const taken = await unsignedIn(
    db,
    rows.flatMap(({ id, kind }) => (kind === 'return' ? [id] : [])),
  );
  const sources = rows.map((row): Source => ({ ...row, unsignedUnits: taken.get(row.id) ?? [] }));
  return (unitCode) => unsignedSources(sources, unitCode);
}
