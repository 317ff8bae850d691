import { asc, desc, eq, getTableColumns, type SQL } from 'drizzle-orm';
import { packRecord, sourceKind, type PackRecord } from '#contract/reporting/packs';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fingerprintOf } from '../../documents/signing.ts';
import { user } from '../../ground/schema/common/people.ts';
import { confirmedKey, pack } from '../../ground/schema/coordination/packs.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadHandler } from '../../store/types.ts';
import { readQuarterPanel } from './build.ts';
import { packPayload, type PackPayload } from './format.ts';
import { gapsOf } from './rules.ts';
import { indicatorName } from '#contract/reporting/indicators';
import type { ReadDb } from '../../ground/kernel/database.ts';

type Name = 'packs.preview' | 'packs.list' | 'packs.get' | 'keys.confirmed';
type Handlers = { readonly [M in Name]: ReadHandler<M> };

export function recordOf(row: Omit<typeof pack.$inferSelect, 'payload'>, importedBy: string | null): PackRecord {
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
  };
}

/** As a return lists them, whatever the order in the file. */
function inFrameworkOrder({ indicators, framework }: PackPayload): PackPayload['indicators'] {
  const position = (code: string): number => framework.indicators.findIndex((each) => each.code === code);
  return indicators.toSorted((a, b) => position(a.code) - position(b.code));
}

const { payload: heldPayload, ...columns } = getTableColumns(pack);

/** Packs and returns that were received, the latest quarter first. */
export async function listPacks(db: ReadDb, where?: SQL): Promise<PackRecord[]> {
  const rows = await db
    .select({ row: columns, importedBy: user.displayName })
    .from(pack)
    .leftJoin(user, eq(user.id, pack.importedBy))
    .where(where)
    .orderBy(desc(pack.fiscalYear), desc(pack.quarter), asc(pack.workspaceName), desc(pack.exportedAt));
  return rows.map(({ row, importedBy }) => recordOf(row, importedBy));
}

export const packReads: Handlers = {
  'packs.preview': async (db, { quarter }) => {
    const { units, panel } = await readQuarterPanel(db, quarter);
    const monthsOf = (id: string): number =>
      new Set(panel.of(id).all.flatMap((cell) => (cell.value === null ? [] : cell.month))).size;
    const gaps = units.flatMap(({ id: unitId }) =>
      gapsOf(panel.of(unitId), quarter).map((gap) => ({ unitId, ...gap })),
    );
    return {
      units: units.map(({ id, code, name }) => ({ id, code, name, months: monthsOf(id) })),
      gaps,
      fingerprint: fingerprintOf((await getSetting(db, 'signingKey')).publicKey),
    };
  },

  'packs.list': async (db) => ({ packs: await listPacks(db) }),

  'packs.get': async (db, input) => {
    const [held] = await db
      .select({ row: columns, payload: heldPayload, importedBy: user.displayName })
      .from(pack)
      .leftJoin(user, eq(user.id, pack.importedBy))
      .where(eq(pack.id, input.packId));
    if (!held) throw new StoreFailure('not_found');
    const payload = packPayload.parse(JSON.parse(held.payload));
    const codeOf = (id: string): string => payload.units.find((each) => each.id === id)?.code ?? '';
    return {
      pack: recordOf(held.row, held.importedBy),
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

  'keys.confirmed': async (db) => ({
    keys: await db
      .select({
        fingerprint: confirmedKey.fingerprint,
        label: confirmedKey.label,
        confirmedAt: confirmedKey.confirmedAt,
      })
      .from(confirmedKey)
      .orderBy(asc(confirmedKey.label)),
  }),
};
