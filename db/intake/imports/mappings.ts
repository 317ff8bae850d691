import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { ImportKind, RememberedMapping } from '#contract/intake/imports';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fileImport, importMapping } from '../../ground/schema/unit/imports.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { Context, ReadHandler, WriteHandler } from '../../store/types.ts';
import { fold } from './aliases.ts';

/** Files of one origin have one header, whatever its capitals and accents became on the way. */
function mappingId(kind: ImportKind, header: readonly string[]): string {
  const folded = header.map(fold);
  return createHash('sha256')
    .update(JSON.stringify(kind === 'referrals' ? folded : [kind, folded]))
    .digest('hex');
}

type Held = typeof importMapping.$inferSelect;

/** Names of the files that the user imported: a file's name may disclose a case of another unit. */
async function fileNamesOf(db: Pick<ReadDb, 'selectDistinct'>, { session }: Pick<Context, 'session'>): Promise<Names> {
  const rows = await db
    .selectDistinct({ fileName: fileImport.fileName })
    .from(fileImport)
    .where(eq(fileImport.importedBy, session.user.id));
  return new Set(rows.map(({ fileName }) => fileName));
}
type Names = ReadonlySet<string | null>;

function toRemembered(held: Held, ownNames: Names): RememberedMapping {
  return {
    id: held.headerHash,
    version: held.version,
    kind: held.kind as ImportKind,
    name: held.name,
    fileName: ownNames.has(held.fileName) ? held.fileName : null,
    columns: [...(held.columns ?? [])],
    usedAt: held.usedAt,
  };
}

export interface Remembered {
  readonly shown: RememberedMapping;
  readonly mapping: unknown;
}

/** The mapping that a file of this kind with this header had the last time. */
export async function rememberedFor(
  db: Pick<ReadDb, 'select' | 'selectDistinct'>,
  kind: ImportKind,
  header: readonly string[],
  context: Pick<Context, 'session'>,
): Promise<Remembered | null> {
  const [held] = await db
    .select()
    .from(importMapping)
    .where(eq(importMapping.headerHash, mappingId(kind, header)));
  return held ? { shown: toRemembered(held, await fileNamesOf(db, context)), mapping: held.mapping } : null;
}

export interface UsedMapping {
  readonly kind: ImportKind;
  readonly header: readonly string[];
  readonly mapping: unknown;
  readonly fileName: string;
}

/** Keeps the mapping that was just used; a name that it was given stays. */
export async function rememberMapping(
  tx: WriteTx,
  { kind, header, mapping, fileName }: UsedMapping,
  { clock }: Pick<Context, 'clock'>,
): Promise<void> {
  const used = { mapping, fileName, columns: header.map((each) => each.trim().slice(0, 80)), usedAt: clock.now() };
  await tx
    .insert(importMapping)
    .values({ headerHash: mappingId(kind, header), kind, ...used })
    .onConflictDoUpdate({ target: importMapping.headerHash, set: used });
}

async function heldMapping(tx: WriteTx, id: string, version: number): Promise<Held> {
  const [held] = await tx.select().from(importMapping).where(eq(importMapping.headerHash, id));
  if (!held) throw new StoreFailure('not_found');
  if (held.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return held;
}

type Reads = { readonly 'importMappings.list': ReadHandler<'importMappings.list'> };
type Writes = {
  readonly [M in 'importMappings.rename' | 'importMappings.delete']: WriteHandler<M>;
};

export const mappingReads: Reads = {
  'importMappings.list': async (db, _input, context) => {
    const rows = await db.select().from(importMapping).orderBy(desc(importMapping.usedAt), importMapping.headerHash);
    const own = await fileNamesOf(db, context);
    return { mappings: rows.map((held) => toRemembered(held, own)) };
  },
};

export const mappingWrites: Writes = {
  'importMappings.rename': async (tx, { id, version, name }) => {
    const held = await heldMapping(tx, id, version);
    await tx
      .update(importMapping)
      .set({ name, version: version + 1 })
      .where(eq(importMapping.headerHash, id));
    return {
      output: { version: version + 1 },
      audit: { subject: { kind: 'import_mapping', id }, changes: [{ field: 'name', before: held.name, after: name }] },
    };
  },

  'importMappings.delete': async (tx, { id, version }) => {
    const held = await heldMapping(tx, id, version);
    await tx.delete(importMapping).where(eq(importMapping.headerHash, id));
    return {
      output: {},
      audit: {
        subject: { kind: 'import_mapping', id },
        changes: [{ field: 'mapping', before: held.mapping, after: null }],
      },
    };
  },
};
