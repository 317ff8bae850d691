import { and, eq, ne } from 'drizzle-orm';
import type { TemplateId } from '#contract/ground/ids';
import type { FunderTemplate } from '#contract/reporting/templates';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { getLocked } from '../locked.ts';
import { funderTemplate } from '../../../ground/schema/coordination/templates.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import type { ActionHandler, ReadHandler, WriteHandler } from '../../../store/types.ts';
import { sourceOf } from '../../../documents/tables/dropped.ts';
import { heldTemplates } from './held.ts';
import { templateReader } from './inspect.ts';
import { resolve } from './resolve.ts';

export const templateReads: { readonly [M in 'templates.list' | 'templates.preview']: ReadHandler<M> } = {
  'templates.list': async (db) => ({ templates: await heldTemplates(db) }),

  'templates.preview': async (db, { returnId, cells }) => {
    const snapshot = await getLocked(db, returnId);
    if (!snapshot) throw new StoreFailure('not_found');
    return { values: cells.map(({ source }) => resolve(snapshot, source)) };
  },
};

export const templateActions: { readonly 'templates.inspect': ActionHandler<'templates.inspect'> } = {
  'templates.inspect': async (context, { file }) => {
    const source = sourceOf(context, file);
    let sha256 = '';
    const found = await source.readers.first(templateReader, source, null, {
      onEnd: (hash) => {
        sha256 = hash;
      },
    });
    return { fileName: source.name.slice(0, 200), sha256, ...found };
  },
};

/** The existing mapping, if it still is the one that was seen. */
async function current(db: ReadDb, id: TemplateId, version: number | undefined): Promise<FunderTemplate> {
  const [held] = await heldTemplates(db, id);
  if (!held) throw new StoreFailure('not_found');
  if (held.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return held;
}

export const templateWrites: { readonly [M in 'templates.save' | 'templates.remove']: WriteHandler<M> } = {
  'templates.save': async (tx, { id: known, version, ...mapping }, { session, clock, newId }) => {
    const before = known === undefined ? null : await current(tx, known, version);
    const id = known ?? newId();
    const others = await tx.$count(
      funderTemplate,
      and(eq(funderTemplate.name, mapping.name), ne(funderTemplate.id, id)),
    );
    if (others > 0) throw new StoreFailure('conflict', 'name_taken', [{ path: 'name', code: 'name_taken' }]);
    const row = { ...mapping, savedBy: session.user.id, savedAt: clock.now(), version: (before?.version ?? 0) + 1 };
    if (before) await tx.update(funderTemplate).set(row).where(eq(funderTemplate.id, id));
    else await tx.insert(funderTemplate).values({ id, ...row });
    return {
      output: { id, version: row.version },
      audit: {
        subject: { kind: 'template', id },
        changes: [{ field: 'template', before, after: mapping }],
        facts: { cells: mapping.cells.length },
      },
    };
  },

  'templates.remove': async (tx, { id, version }) => {
    const before = await current(tx, id, version);
    await tx.delete(funderTemplate).where(eq(funderTemplate.id, id));
    return {
      output: {},
      audit: { subject: { kind: 'template', id }, changes: [{ field: 'template', before, after: null }] },
    };
  },
};
