import type { UnitId } from '#contract/ground/ids';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { quarterMonths, type Quarter } from '#contract/ground/dates';
import type { Tally, TallyLens, TallyMethod } from '#contract/casework/victims';
import { pick } from '../../ground/kernel/pick.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unitMonth } from '../../ground/schema/common/unitMonths.ts';
import { fewVictimsIn } from '../../accounts/settings/fewVictims.ts';
import { tallyPolicy, victimTally } from '../../ground/schema/unit/tallies.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

type Db = Pick<ReadDb, 'select'>;

async function policyOf(db: Db, unitId: UnitId) {
  const [row] = await db.select().from(tallyPolicy).where(eq(tallyPolicy.unitId, unitId));
  return row ?? null;
}

function ofQuarter(unitId: UnitId, quarter: Quarter) {
  return and(eq(victimTally.unitId, unitId), isOfQuarter(victimTally, quarter));
}

async function talliesOf(db: Db, unitId: UnitId, quarter: Quarter): Promise<Tally[]> {
  const rows = await db
    .select()
    .from(victimTally)
    .where(ofQuarter(unitId, quarter))
    .orderBy(asc(victimTally.lens), asc(victimTally.category), asc(victimTally.method));
  return rows.map((row) => ({
    lens: row.lens as TallyLens,
    category: row.category,
    method: row.method as TallyMethod,
    count: row.count,
  }));
}

async function victimsIn(db: Db, unitId: UnitId, quarter: Quarter): Promise<number> {
  const [row] = await db
    .select({ victims: sql<number>`coalesce(sum(${unitMonth.value}), 0)` })
    .from(unitMonth)
    .where(
      and(
        eq(unitMonth.unitId, unitId),
        eq(unitMonth.measure, 'victims_identified'),
        inArray(unitMonth.month, [...quarterMonths(quarter)]),
      ),
    );
  return row?.victims ?? 0;
}

export const tallyReads: { readonly 'tallies.get': ReadHandler<'tallies.get'> } = {
  'tallies.get': async (db, { unitId, quarter }) => {
    const policy = await policyOf(db, unitId);
    const victims = await victimsIn(db, unitId, quarter);
    const few = await fewVictimsIn(db);
    return {
      policy: policy && {
        ...pick(policy, 'enabled', 'authority', 'decidedOn', 'version'),
      },
      tallies: await talliesOf(db, unitId, quarter),
      victims,
      few,
      isSmall: victims < few,
    };
  },
};

export const tallyWrites: { readonly [M in 'tallies.setPolicy' | 'tallies.save']: WriteHandler<M> } = {
  'tallies.setPolicy': async (tx, { unitId, version, ...facts }, { clock }) => {
    const held = await policyOf(tx, unitId);
    if ((held?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
    if (facts.decidedOn > clock.today()) throw new StoreFailure('invalid_input', 'date_in_future', 'decidedOn');
    const next = { ...facts, version: (version ?? 0) + 1 };
    await tx
      .insert(tallyPolicy)
      .values({ unitId, ...next })
      .onConflictDoUpdate({ target: tallyPolicy.unitId, set: next });
    const before = held && { enabled: held.enabled, authority: held.authority, decidedOn: held.decidedOn };
    return {
      output: {},
      audit: { subject: { kind: 'unit', id: unitId }, changes: changesBetween(before, facts) },
    };
  },

  'tallies.save': async (tx, { unitId, quarter, tallies }) => {
    if ((await policyOf(tx, unitId))?.enabled !== true) throw new StoreFailure('conflict', 'tallies_off');
    const before = await talliesOf(tx, unitId, quarter);
    const { fiscalYear, quarter: place } = quarter;
    await tx.delete(victimTally).where(ofQuarter(unitId, quarter));
    for (const each of tallies) await tx.insert(victimTally).values({ unitId, fiscalYear, quarter: place, ...each });
    return {
      output: {},
      audit: {
        subject: { kind: 'unit', id: unitId },
        facts: { fiscalYear, quarter: place },
        changes: [{ field: 'tallies', before, after: tallies }],
      },
    };
  },
};
