import { eq } from 'drizzle-orm';
import { numberCounter } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';

type NumberedKind = 'referral' | 'investigation' | 'seal';

/** Takes `count` numbers of a unit's series for the year and returns the first: 871 of 2026 is printed `2026-00871`. */
export async function takeNumbers(
  tx: WriteTx,
  kind: NumberedKind,
  unitId: string,
  year: string,
  count: number,
): Promise<number> {
  const key = `${kind}:${unitId}:${year}`;
  const [held] = await tx.select().from(numberCounter).where(eq(numberCounter.key, key));
  const first = held?.next ?? 1;
  await tx
    .insert(numberCounter)
    .values({ key, next: first + count })
    .onConflictDoUpdate({ target: numberCounter.key, set: { next: first + count } });
  return first;
}

const prefix = { referral: '', investigation: 'E', seal: 'S' } as const;

export function printNumber(kind: NumberedKind, year: string, position: number): string {
  return `${prefix[kind]}${year}-${String(position).padStart(5, '0')}`;
}
