import { z } from 'zod';
import type { RedactionGround } from '#contract/custody/disclosure';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { redactionGround } from '../../ground/schema/unit/papers.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import groundsV1 from './grounds.v1.json' with { type: 'json' };
import type { Grounds } from './release.ts';

const shipped = z
  .object({
    grounds: z.array(
      z.object({ code: z.string(), mark: z.string(), en: z.string(), fr: z.string(), concealsDate: z.boolean() }),
    ),
  })
  .parse(groundsV1);

type HeldGround = RedactionGround & { readonly version: number | null };

/** The grounds that Vigie comes with, each as the unit changed it, then those that the unit added. */
async function groundsInForce(db: Pick<ReadDb, 'select'>): Promise<HeldGround[]> {
  const rows = await db.select().from(redactionGround).orderBy(redactionGround.code);
  const held = new Map(
    rows.map(({ nameEn, nameFr, ...row }): [string, HeldGround] => [
      row.code,
      { ...row, name: { en: nameEn, fr: nameFr } },
    ]),
  );
  const known = shipped.grounds.map(
    ({ en, fr, ...each }): HeldGround =>
      held.get(each.code) ?? { ...each, name: { en, fr }, active: true, version: null },
  );
  const codes = new Set(known.map((each) => each.code));
  return [...known, ...[...held.values()].filter((each) => !codes.has(each.code))];
}

export async function groundsByCode(db: Pick<ReadDb, 'select'>): Promise<Grounds> {
  return new Map((await groundsInForce(db)).map((each) => [each.code, each]));
}

export const groundReads: { readonly 'redactionGrounds.list': ReadHandler<'redactionGrounds.list'> } = {
  'redactionGrounds.list': async (db) => ({ grounds: await groundsInForce(db) }),
};

export const groundWrites: { readonly 'redactionGrounds.save': WriteHandler<'redactionGrounds.save'> } = {
  'redactionGrounds.save': async (tx, { version, ...ground }) => {
    const held = (await groundsInForce(tx)).find((each) => each.code === ground.code);
    if ((held?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
    const { code, mark, name, concealsDate, active } = ground;
    const next = { mark, nameEn: name.en, nameFr: name.fr, concealsDate, active, version: (version ?? 0) + 1 };
    await tx
      .insert(redactionGround)
      .values({ code, ...next })
      .onConflictDoUpdate({ target: redactionGround.code, set: next });
    return {
      output: {},
      audit: {
        subject: { kind: 'redaction_ground', id: code },
        changes: [{ field: 'ground', before: held ?? null, after: ground }],
      },
    };
  },
};
