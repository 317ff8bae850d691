import { and, asc, eq } from 'drizzle-orm';
import type { ListViewId } from '#contract/ground/ids';
import type { ArrangedColumn, ListName, SavedView } from '#contract/casework/lists';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { listSetting, listView } from '../../ground/schema/common/personal.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { queryOf, rowOfView } from './rules.ts';
import { inOrderOf } from '../../ground/kernel/inOrderOf.ts';

type ViewRecord = typeof listView.$inferSelect;

function toView(row: ViewRecord): SavedView[] {
  const query = queryOf(row);
  if (query === null) return [];
  const { id, version, name, columns } = row;
  return [{ id, version, name, query, columns: columns as ArrangedColumn[] | null }];
}

async function settingOf(db: Pick<WriteTx, 'select'>, userId: string, list: ListName) {
  const [held] = await db
    .select()
    .from(listSetting)
    .where(and(eq(listSetting.userId, userId), eq(listSetting.list, list)));
  return held ?? null;
}

type Setting = Partial<Pick<typeof listSetting.$inferInsert, 'columns' | 'opensWith'>>;

async function putSetting(tx: WriteTx, userId: string, list: ListName, set: Setting): Promise<void> {
  await tx
    .insert(listSetting)
    .values({ userId, list, ...set })
    .onConflictDoUpdate({ target: [listSetting.userId, listSetting.list], set });
}

async function requireNewName(tx: WriteTx, userId: string, list: string, name: string, own: string | undefined) {
  const [taken] = await tx
    .select({ id: listView.id })
    .from(listView)
    .where(and(eq(listView.userId, userId), eq(listView.list, list), eq(listView.name, name)));
  if (taken && taken.id !== own) throw new StoreFailure('conflict', 'name_taken', 'name');
}

async function ownView(tx: WriteTx, userId: string, id: ListViewId, version?: number): Promise<ViewRecord> {
  const [held] = await tx
    .select()
    .from(listView)
    .where(and(eq(listView.id, id), eq(listView.userId, userId)));
  if (!held) throw new StoreFailure('not_found');
  if (version !== undefined && held.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return held;
}

function nameOf(view: ViewRecord | null): string | null {
  return view?.name ?? null;
}

export const listReads: { readonly 'lists.get': ReadHandler<'lists.get'> } = {
  'lists.get': async (db, { list }, { session }) => {
    const setting = await settingOf(db, session.user.id, list);
    const views = await db
      .select()
      .from(listView)
      .where(and(eq(listView.userId, session.user.id), eq(listView.list, list)))
      .orderBy(asc(listView.id));
    return {
      views: inOrderOf(views, ({ name }) => name).flatMap(toView),
      columns: (setting?.columns ?? null) as ArrangedColumn[] | null,
      opensWith: setting?.opensWith ?? null,
    };
  },
};

type Name = 'saveView' | 'deleteView' | 'keepColumns' | 'openWith' | 'copied';

export const listWrites: { readonly [N in Name as `lists.${N}`]: WriteHandler<`lists.${N}`> } = {
  'lists.saveView': async (tx, { held, ...view }, { session, newId }) => {
    const userId = session.user.id;
    const row = { userId, ...rowOfView(view) };
    await requireNewName(tx, userId, row.list, row.name, held?.id);
    const before = held === null ? null : await ownView(tx, userId, held.id, held.version);
    const id = before === null ? newId() : before.id;
    const next = { ...row, version: before === null ? 1 : before.version + 1 };
    await tx
      .insert(listView)
      .values({ id, ...next })
      .onConflictDoUpdate({ target: listView.id, set: next });
    return {
      output: { id },
      audit: {
        subject: { kind: 'list_view', id },
        changes: [{ field: 'name', before: nameOf(before), after: row.name }],
      },
    };
  },

  'lists.deleteView': async (tx, { viewId }, { session }) => {
    const { name, list } = await ownView(tx, session.user.id, viewId);
    await tx.delete(listView).where(eq(listView.id, viewId));
    const setting = await settingOf(tx, session.user.id, list as ListName);
    if (setting?.opensWith === viewId) await putSetting(tx, session.user.id, list as ListName, { opensWith: null });
    return {
      output: {},
      audit: { subject: { kind: 'list_view', id: viewId }, changes: [{ field: 'name', before: name, after: null }] },
    };
  },

  'lists.keepColumns': async (tx, { list, columns }, { session }) => {
    const before = await settingOf(tx, session.user.id, list);
    await putSetting(tx, session.user.id, list, { columns });
    return {
      output: {},
      audit: { facts: { list }, changes: [{ field: 'columns', before: before?.columns ?? null, after: columns }] },
    };
  },

  'lists.openWith': async (tx, { list, view }, { session }) => {
    const before = await settingOf(tx, session.user.id, list);
    await putSetting(tx, session.user.id, list, { opensWith: view });
    return {
      output: {},
      audit: { facts: { list }, changes: [{ field: 'opensWith', before: before?.opensWith ?? null, after: view }] },
    };
  },

  'lists.copied': (_tx, { list, rows, columns }) =>
    Promise.resolve({ output: {}, audit: { facts: { list, rows, columns: columns.join(' ') } } }),
};
