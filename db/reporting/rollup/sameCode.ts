import { unit } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** The units that bear one of these codes, in small letters or capitals: a form that writes X01 as x01 is of the same unit. */
export async function unitsCoded(
  db: ReadDb,
  asked: readonly { readonly code: string }[],
): Promise<(typeof unit.$inferSelect)[]> {
  const codes = new Set(asked.map(({ code }) => code.toUpperCase()));
  return (await db.select().from(unit)).filter(({ code }) => codes.has(code.toUpperCase()));
}
