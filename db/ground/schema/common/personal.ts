import type { ListViewId, UnitId } from '#contract/ground/ids';
import { primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear, id, instant, json, keyed, version } from './columns.ts';

/** What a user has typed into a form and not saved yet. Nobody else sees it. */
export const draft = sqliteTable(
  'draft',
  {
    userId: clear('user_id').notNull(),
    form: clear('form').notNull(),
    /** The file that the form is about; empty where it is about none. */
    subject: clear('subject').notNull(),
    /** Of the file; a user who leaves the unit leaves the draft. */
    unitId: clear<UnitId>('unit_id'),
    version: version(),
    values: json<Record<string, unknown>>('form_values').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.form, table.subject] })],
);

/** A filter, an order and columns of a list under a name that its user gave. */
export const listView = sqliteTable(
  'list_view',
  {
    id: id<ListViewId>(),
    version: version(),
    userId: clear('user_id').notNull(),
    list: clear('list').notNull(),
    name: keyed('name').notNull(),
    filter: json<unknown>('filter').notNull(),
    sort: json<unknown>('sort', 'sealed').notNull(),
    columns: json<unknown>('columns'),
  },
  (table) => [uniqueIndex('list_view_name').on(table.userId, table.list, table.name)],
);

/** How a user keeps a list: its columns as they were last arranged, and the view that it opens with. */
export const listSetting = sqliteTable(
  'list_setting',
  {
    userId: clear('user_id').notNull(),
    list: clear('list').notNull(),
    version: version(),
    columns: json<unknown>('columns'),
    /** The id of a saved view, or the name of one that the list brings along. */
    opensWith: clear('opens_with'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.list] })],
);
