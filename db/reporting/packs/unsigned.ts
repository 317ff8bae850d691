import { eq, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Month } from '#contract/ground/dates';
import { returnContent, type Check } from '#contract/reporting/returns';
import { pack, receivedReturn } from '../../ground/schema/coordination/packs.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** Of a received return, the months of each unit's code that it took from a form which nothing signs. */
export type UnsignedMonths = ReadonlyMap<string, ReadonlySet<Month>>;

interface Source {
  readonly id: string;
  readonly kind: string;
  readonly unsignedMonths?: UnsignedMonths;
}

interface SourcedCell {
  readonly packId: string | null;
  readonly month: Month;
}

/** Whether a cell of a unit comes from a form that nothing signs. */
export type IsUnsigned = (cell: SourcedCell) => boolean;

const checked = z.object({ content: returnContent.pick({ checks: true }) });
const read = z.object({ content: z.object({ panel: z.array(z.unknown()) }) });
const markedCell = returnContent.shape.panel.element.pick({ unitCode: true, month: true }).extend({
  unsigned: z.literal(true),
});

function monthsIn(checks: readonly Check[], panel: readonly unknown[]): UnsignedMonths {
  const found = new Map<string, Set<Month>>();
  const add = (unitCode: string, months: readonly Month[]): void => {
    found.set(unitCode, new Set([...(found.get(unitCode) ?? []), ...months]));
  };
  for (const { code, unitCode, months } of checks)
    if (code === 'unsigned_form' && unitCode !== null) add(unitCode, months);
  // The panel is large: only what is marked in it is read.
  for (const cell of panel) {
    const { success, data } = markedCell.safeParse(cell);
    if (success) add(data.unitCode, [data.month]);
  }
  return found;
}

/** Of received returns, the months that each took from forms. */
export async function unsignedIn(
  db: ReadDb,
  ids: readonly (typeof pack.$inferSelect)['id'][],
): Promise<ReadonlyMap<string, UnsignedMonths>> {
  const rows = await db
    .select({ packId: receivedReturn.packId, document: receivedReturn.document })
    .from(receivedReturn)
    .where(inArray(receivedReturn.packId, [...ids]));
  return new Map(
    rows.map(({ packId, document }) => {
      const whole: unknown = JSON.parse(document);
      const { checks } = checked.parse(whole).content;
      return [packId, monthsIn(checks, read.parse(whole).content.panel)];
    }),
  );
}

/** Cells of forms, and of received returns that took the month from one: what is unsigned stays so on its way up. */
export function unsignedSources(packs: readonly Source[], unitCode: string): IsUnsigned {
  const sources = new Map(
    packs.flatMap(({ id, kind, unsignedMonths }) => {
      const months = kind === 'kit' ? ('all' as const) : unsignedMonths?.get(unitCode);
      return months ? [[id, months] as const] : [];
    }),
  );
  return ({ packId, month }) => {
    const months = packId === null ? undefined : sources.get(packId);
    return months !== undefined && (months === 'all' || months.has(month));
  };
}

/** The same by the unit's code, of all that was received. */
export async function readUnsigned(db: ReadDb): Promise<(unitCode: string) => IsUnsigned> {
  const rows = await db
    .select({ id: pack.id, kind: pack.kind })
    .from(pack)
    .where(or(eq(pack.kind, 'kit'), eq(pack.kind, 'return')));
  const taken = await unsignedIn(
    db,
    rows.flatMap(({ id, kind }) => (kind === 'return' ? [id] : [])),
  );
  const sources = rows.map((row): Source => ({ ...row, unsignedMonths: taken.get(row.id) ?? new Map() }));
  return (unitCode) => unsignedSources(sources, unitCode);
}
