import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { monthOf, type CivilDate } from '#contract/ground/dates';
import type { PartnerId, UnitId } from '#contract/ground/ids';
import { heldInvestigation } from '../investigationState/change.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { addToMonth } from '../../ledger/ledger/moveMonths.ts';
import { filePartner, partner } from '../../ground/schema/unit/partners.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { pageOfCounted, partnerFiles } from '../operations/counts.ts';
import { usedNames } from './names.ts';
import { partnerPeriodProblems } from './rules.ts';
import { inOrderOf } from '../../ground/kernel/inOrderOf.ts';

type Reads = {
  readonly [M in 'partners.list' | 'partners.names' | 'partners.ofFile' | 'partners.rows']: ReadHandler<M>;
};
type Writes = { readonly [M in 'partners.save' | 'partners.takePart' | 'partners.changePart']: WriteHandler<M> };

export const partnerReads: Reads = {
  'partners.list': async (_db, { filter: { unitId } }, { counted }) => {
    const rows = await counted
      .select({
        partner,
        files: sql<number>`count(distinct ${filePartner.investigationId})`,
      })
      .from(partner)
      .leftJoin(filePartner, eq(filePartner.partnerId, partner.id))
      .where(unitId ? eq(partner.unitId, unitId) : undefined)
      .groupBy(partner.id)
      .orderBy(asc(partner.id));
    return {
      partners: inOrderOf(rows, (each) => each.partner.name).map(({ partner: row, files }) => ({
        ...pick(row, 'id', 'version', 'unitId', 'name', 'joinedOn', 'leftOn'),
        files,
      })),
    };
  },

  'partners.names': (db, { unitId }) => usedNames(db, unitId),

  'partners.rows': async (db, { partnerId, ...page }, { counted }) => {
    const [known] = await db.select({ id: partner.id }).from(partner).where(eq(partner.id, partnerId));
    if (!known) throw new StoreFailure('not_found');
    return pageOfCounted({ db, counted }, (read) => partnerFiles(read, partnerId), page);
  },

  'partners.ofFile': async (db, { investigationId }) => {
    const rows = await db
      .select()
      .from(filePartner)
      .where(eq(filePartner.investigationId, investigationId))
      .orderBy(asc(filePartner.fromOn), asc(filePartner.id));
    return {
      parts: rows.map((row) => ({
        ...pick(row, 'id', 'version', 'partnerId', 'name', 'role', 'fromOn', 'untilOn'),
      })),
    };
  },
};

type PartnerRecord = typeof partner.$inferSelect;

async function heldPartner(
  tx: WriteTx,
  unitId: UnitId,
  id: PartnerId,
  version?: number | null,
): Promise<PartnerRecord> {
  const [row] = await tx
    .select()
    .from(partner)
    .where(and(eq(partner.id, id), eq(partner.unitId, unitId)));
  if (!row) throw new StoreFailure('not_found');
  if (version !== undefined && row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

async function requireFreeName(tx: WriteTx, unitId: UnitId, name: string, except: PartnerId): Promise<void> {
  const [taken] = await tx
    .select({ id: partner.id })
    .from(partner)
    .where(and(eq(partner.unitId, unitId), eq(partner.name, name), ne(partner.id, except)));
  if (taken) throw new StoreFailure('conflict', 'name_taken', 'name');
}

function requirePeriod(from: CivilDate, until: CivilDate | null, today: CivilDate, fields: readonly [string, string]) {
  const problems = partnerPeriodProblems(from, until, today, fields);
  if (problems.length > 0) throw new StoreFailure('invalid_input', undefined, problems);
}

/** A service counts once, in the month in which it joined; a corrected day moves it. */
async function countJoining(tx: WriteTx, unitId: UnitId, before: string | null, after: CivilDate): Promise<void> {
  if (before !== null) await addToMonth(tx, unitId, 'partner_services', monthOf(before as CivilDate), -1);
  await addToMonth(tx, unitId, 'partner_services', monthOf(after), 1);
}

export const partnerWrites: Writes = {
  'partners.save': async (tx, { unitId, partnerId, version, ...facts }, { newId, clock }) => {
    requirePeriod(facts.joinedOn, facts.leftOn, clock.today(), ['joinedOn', 'leftOn']);
    const held = partnerId === null ? null : await heldPartner(tx, unitId, partnerId, version);
    const id = partnerId ?? newId();
    await requireFreeName(tx, unitId, facts.name, id);
    if (held === null) await tx.insert(partner).values({ id, unitId, ...facts });
    else
      await tx
        .update(partner)
        .set({ ...facts, version: held.version + 1 })
        .where(eq(partner.id, id));
    if (held?.joinedOn !== facts.joinedOn) await countJoining(tx, unitId, held?.joinedOn ?? null, facts.joinedOn);
    const fields = ['name', 'joinedOn', 'leftOn'] as const;
    return {
      output: { id },
      audit: {
        subject: { kind: 'partner', id },
        changes: fields
          .map((field) => ({ field, before: held?.[field] ?? null, after: facts[field] }))
          .filter((each) => each.before !== each.after),
      },
    };
  },

  'partners.takePart': async (tx, { investigationId, partnerId, ...part }, { newId, clock }) => {
    const file = await heldInvestigation(tx, investigationId);
    const { name } = await heldPartner(tx, file.unitId, partnerId);
    requirePeriod(part.fromOn, part.untilOn, clock.today(), ['fromOn', 'untilOn']);
    const id = newId();
    await tx.insert(filePartner).values({ id, investigationId, unitId: file.unitId, partnerId, name, ...part });
    return {
      output: { id },
      audit: {
        subject: { kind: 'file_partner', id },
        changes: [{ field: 'part', before: null, after: { partnerId, ...part } }],
      },
    };
  },

  'partners.changePart': async (tx, { investigationId, partId, version, ...part }, { clock }) => {
    const [row] = await tx
      .select()
      .from(filePartner)
      .where(and(eq(filePartner.id, partId), eq(filePartner.investigationId, investigationId)));
    if (!row) throw new StoreFailure('not_found');
    if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    requirePeriod(part.fromOn, part.untilOn, clock.today(), ['fromOn', 'untilOn']);
    await tx
      .update(filePartner)
      .set({ ...part, version: version + 1 })
      .where(eq(filePartner.id, row.id));
    const before = { role: row.role, fromOn: row.fromOn, untilOn: row.untilOn };
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'file_partner', id: row.id }, changes: [{ field: 'part', before, after: part }] },
    };
  },
};
