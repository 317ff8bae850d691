import type { ImportId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import type { ImportKind, ImportObstacle } from '#contract/intake/imports';
import { actText } from '#contract/words/actTexts';
import { extractObstacles, unitsOfExtract, takeExtractBack } from './extracts.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fileImport } from '../../ground/schema/unit/imports.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { ActionHandler, Context, ReadHandler } from '../../store/types.ts';
import { referralObstacles, removeReferrals } from './referrals.ts';

type ImportRecord = typeof fileImport.$inferSelect;
type Obstacles = { readonly obstacles: readonly ImportObstacle[]; readonly total: number };

async function heldImport(db: Pick<ReadDb, 'select'>, importId: ImportId): Promise<ImportRecord> {
  const [held] = await db.select().from(fileImport).where(eq(fileImport.id, importId));
  if (!held) throw new StoreFailure('not_found');
  if (held.undoneAt !== null) throw new StoreFailure('conflict', 'import_undone');
  return held;
}

const isReferrals = ({ kind }: ImportRecord): boolean => (kind as ImportKind) === 'referrals';

function obstaclesOf(db: ReadDb, held: ImportRecord): Promise<Obstacles> {
  return isReferrals(held) ? referralObstacles(db, held.id, held.importedAt) : extractObstacles(db, held.id);
}

const undoOf = ({ fileName }: ImportRecord): string =>
  `${actText('en', 'imports.undo')} / ${actText('fr', 'imports.undo')} : ${fileName}`;

async function unitsOf(tx: WriteTx, held: ImportRecord): Promise<readonly string[]> {
  if (!isReferrals(held)) return unitsOfExtract(tx, held.id);
  const rows = await tx
    .selectDistinct({ unitId: referral.unitId })
    .from(referral)
    .where(eq(referral.importId, held.id));
  return rows.map(({ unitId }) => unitId);
}

/** The importer of a file or a supervisor may undo the import; each only in their own units. */
async function requireOwn(tx: WriteTx, held: ImportRecord, { session }: Context): Promise<void> {
  const mayUndo = held.importedBy === session.user.id || session.roles.includes('supervisor');
  const own = new Set<string>(session.unitIds);
  if (!mayUndo || (await unitsOf(tx, held)).some((unitId) => !own.has(unitId))) throw new StoreFailure('forbidden');
}

const readObstacles: ReadHandler<'imports.obstacles'> = async (db, { importId }) => {
  const { obstacles, total } = await obstaclesOf(db, await heldImport(db, importId));
  return { obstacles: [...obstacles], total };
};

const undoImport: ActionHandler<'imports.undo'> = async (context, { importId, jobId }) => {
  const job = context.job(jobId);
  return context.transact(async (tx) => {
    const held = await heldImport(tx, importId);
    await requireOwn(tx, held, context);
    if ((await obstaclesOf(tx, held)).total > 0) throw new StoreFailure('conflict', 'import_in_use');
    const undone = isReferrals(held)
      ? await removeReferrals(tx, importId, job)
      : await takeExtractBack(tx, importId, job, { source: undoOf(held), context });
    const undo = { undoneAt: context.clock.now(), undoneBy: context.session.user.id, version: held.version + 1 };
    await tx.update(fileImport).set(undo).where(eq(fileImport.id, importId));
    return {
      output: { undone },
      audit: {
        subject: { kind: 'import', id: importId },
        changes: [{ field: 'undone', before: false, after: true }],
        facts: { kind: held.kind, records: undone, fileSha256: held.sha256 },
      },
    };
  });
};

export const undoReads: { readonly 'imports.obstacles': ReadHandler<'imports.obstacles'> } = {
  'imports.obstacles': readObstacles,
};

export const undoActions: { readonly 'imports.undo': ActionHandler<'imports.undo'> } = { 'imports.undo': undoImport };
