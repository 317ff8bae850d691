import { alias } from 'drizzle-orm/sqlite-core';
import { asc, desc, eq, getTableColumns, type SQL } from 'drizzle-orm';
import { packRecord, sourceKind, type PackRecord } from '#contract/reporting/packs';
import { inOrderOf } from '../../ground/kernel/inOrderOf.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fingerprintOf } from '../../ground/kernel/signing.ts';
import { user } from '../../ground/schema/common/people.ts';
import { confirmedKey, pack } from '../../ground/schema/coordination/packs.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadHandler } from '../../store/types.ts';
import { readQuarterPanel, requireShown } from './build.ts';
import { changedSince } from './issued.ts';
import { packPayload, type PackPayload } from './format.ts';
import { gapsOf } from './rules.ts';
import { indicatorName } from '#contract/reporting/indicators';
import type { ReadDb } from '../../ground/kernel/database.ts';

type Name = 'packs.preview' | 'packs.list' | 'packs.get' | 'keys.confirmed';
type Handlers = { readonly [M in Name]: ReadHandler<M> };

type Row = Omit<typeof pack.$inferSelect, 'payload'>;

/** What people did to a pack and its key, with their names. */
interface Persons {
  readonly importedBy: string | null;
  readonly withdrawnBy: string | null;
  readonly key: Pick<typeof confirmedKey.$inferSelect, 'revokedAt' | 'revokedReason'> | null;
  readonly revokedBy: string | null;
}

const judgement = (at: number | null | undefined, by: string | null, reason: string | null | undefined) =>
  at == null ? null : { at, by: by ?? '', reason: reason ?? '' };

function recordOf(row: Row, { importedBy, withdrawnBy, key, revokedBy }: Persons): PackRecord {
  return {
    id: row.id,
    kind: sourceKind.parse(row.kind),
    workspaceName: row.workspaceName,
    quarter: { fiscalYear: row.fiscalYear, quarter: row.quarter },
    units: packRecord.shape.units.parse(row.units),
    fingerprint: row.fingerprint,
    sha256: row.sha256,
    exportedAt: row.exportedAt,
    importedAt: row.importedAt,
    importedBy: importedBy ?? '',
    superseded: row.superseded,
    withdrawn: judgement(row.withdrawnAt, withdrawnBy, row.withdrawnReason),
    keyRevoked: judgement(key?.revokedAt, revokedBy, key?.revokedReason),
  };
}

/** As a return lists them, whatever the order in the file. */
function inFrameworkOrder({ indicators, framework }: PackPayload): PackPayload['indicators'] {
  const position = (code: string): number => framework.indicators.findIndex((each) => each.code === code);
  return indicators.toSorted((a, b) => position(a.code) - position(b.code));
}

const { payload: heldPayload, ...columns } = getTableColumns(pack);

const withdrawer = alias(user, 'withdrawer');
const revoker = alias(user, 'revoker');
const persons = {
  importedBy: user.displayName,
  withdrawnBy: withdrawer.displayName,
  key: { revokedAt: confirmedKey.revokedAt, revokedReason: confirmedKey.revokedReason },
  revokedBy: revoker.displayName,
};

/** Packs and returns that were received, the latest quarter first. */
export async function listPacks(db: ReadDb, where?: SQL): Promise<PackRecord[]> {
  const rows = await db
    .select({ row: columns, ...persons })
    .from(pack)
    .leftJoin(user, eq(user.id, pack.importedBy))
    .leftJoin(withdrawer, eq(withdrawer.id, pack.withdrawnBy))
    .leftJoin(confirmedKey, eq(confirmedKey.fingerprint, pack.fingerprint))
    .leftJoin(revoker, eq(revoker.id, confirmedKey.revokedBy))
    .where(where)
    .orderBy(desc(pack.exportedAt), asc(pack.id));
  return inOrderOf(rows, ({ row }) => row.workspaceName)
    .toSorted(({ row: a }, { row: b }) => b.fiscalYear - a.fiscalYear || b.quarter - a.quarter)
    .map(({ row, ...rest }) => recordOf(row, rest));
}

export const packReads: Handlers = {
  'packs.preview': async (db, { quarter }, context) => {
    await requireShown(db, context);
    const { units, panel } = await readQuarterPanel(db, quarter);
    const monthsOf = (id: string): number =>
      new Set(panel.of(id).all.flatMap((cell) => (cell.value === null ? [] : cell.month))).size;
    const gaps = units.flatMap(({ id: unitId }) =>
      gapsOf(panel.of(unitId), quarter).map((gap) => ({ unitId, ...gap })),
    );
    return {
      units: units.map(({ id, code, name }) => ({ id, code, name, months: monthsOf(id) })),
      gaps,
      corrected: await changedSince(db, context.counted),
      fingerprint: fingerprintOf((await getSetting(db, 'signingKey')).publicKey),
    };
  },

  'packs.list': async (db) => ({ packs: await listPacks(db) }),

  'packs.get': async (db, input) => {
    const [record] = await listPacks(db, eq(pack.id, input.packId));
    const [held] = await db.select({ payload: heldPayload }).from(pack).where(eq(pack.id, input.packId));
    if (!held || !record) throw new StoreFailure('not_found');
    const payload = packPayload.parse(JSON.parse(held.payload));
    const codeOf = (id: string): string => payload.units.find((each) => each.id === id)?.code ?? '';
    return {
      pack: record,
      notReviewed: payload.notReviewed,
      indicators: inFrameworkOrder(payload).map(({ unitCode, code, value, status, definitionVersion }) => ({
        unitCode,
        code,
        name: indicatorName(payload.framework, code),
        value,
        status,
        definitionVersion,
      })),
      rules: payload.countingRules.map(({ unitId, validFrom, statement }) => ({
        unitCode: codeOf(unitId),
        validFrom,
        statement,
      })),
    };
  },

  'keys.confirmed': async (db) => {
    const rows = await db
      .select({ key: confirmedKey, revokedBy: user.displayName })
      .from(confirmedKey)
      .leftJoin(user, eq(user.id, confirmedKey.revokedBy))
      .orderBy(asc(confirmedKey.confirmedAt), asc(confirmedKey.fingerprint));
    const successors = new Map(rows.map(({ key }) => [key.succeeds, key.fingerprint]));
    return {
      keys: inOrderOf(rows, ({ key }) => key.label).map(({ key, revokedBy }) => ({
        ...pick(key, 'fingerprint', 'label', 'confirmedAt', 'succeeds'),
        succeededBy: successors.get(key.fingerprint) ?? null,
        revoked: judgement(key.revokedAt, revokedBy, key.revokedReason),
      })),
    };
  },
};
