import { z } from 'zod';
import { clearanceOutcome, type ClearanceReason } from '#contract/casework/clearance';
import { pick } from '../../ground/kernel/pick.ts';
import { clearanceReason } from '../../ground/schema/unit/offences.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import reasonsV1 from './reasons.v1.json' with { type: 'json' };

const shipped = z
  .object({
    reasons: z.array(
      z.object({
        code: z.string(),
        outcome: clearanceOutcome,
        en: z.string(),
        fr: z.string(),
        letter: z.null(),
        active: z.boolean(),
      }),
    ),
  })
  .parse(reasonsV1);

type HeldReason = ClearanceReason & { readonly version: number | null };

/** The reasons that Vigie comes with, each as the unit changed it, then those that the unit added. */
export async function reasonsInForce(db: Pick<ReadDb, 'select'>): Promise<HeldReason[]> {
  const held = new Map(
    (await db.select().from(clearanceReason).orderBy(clearanceReason.code)).map((row) => [
      row.code,
      {
        code: row.code,
        outcome: clearanceOutcome.parse(row.outcome),
        name: { en: row.nameEn, fr: row.nameFr },
        ...pick(row, 'letter', 'active', 'version'),
      },
    ]),
  );
  const known = shipped.reasons.map(
    ({ en, fr, ...each }): HeldReason => held.get(each.code) ?? { ...each, name: { en, fr }, version: null },
  );
  const codes = new Set(known.map((each) => each.code));
  return [...known, ...[...held.values()].filter((each) => !codes.has(each.code))];
}
