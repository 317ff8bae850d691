import { z } from 'zod';
import { dueFilter } from './authorities.ts';
import { cases } from '../ground/access.ts';
import { locale } from '../ground/codes.ts';
import { deviceFilter } from './devices.ts';
import { line, nothing, version } from '../ground/common.ts';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, jobId, listViewId } from '../ground/ids.ts';
import { investigationFilter, investigationSort } from './investigations.ts';
import { referralFilter, referralSort } from './referrals.ts';

export const listName = z.enum(['referrals', 'investigations', 'due', 'devices']);
export type ListName = z.infer<typeof listName>;

/** Which rows a list shows, and in which order. What is due and what waits for examination have one order only. */
export const listQuery = z.discriminatedUnion('list', [
  z.object({ list: z.literal('referrals'), filter: referralFilter, sort: referralSort }),
  z.object({ list: z.literal('investigations'), filter: investigationFilter, sort: investigationSort }),
  z.object({ list: z.literal('due'), filter: dueFilter }),
  z.object({ list: z.literal('devices'), filter: deviceFilter }),
]);
export type ListQuery = z.infer<typeof listQuery>;

/** A column in its place. Null: shown where there is room for it, as wide as its list has it. */
export const arrangedColumn = z.object({
  id: line(40),
  isShown: z.boolean().nullable(),
  width: z.int().min(40).max(1200).nullable(),
});
export type ArrangedColumn = z.infer<typeof arrangedColumn>;

const arrangement = z.array(arrangedColumn).max(60).nullable();

export const savedView = z.object({
  id: listViewId,
  version,
  name: z.string(),
  query: listQuery,
  columns: arrangement,
});
export type SavedView = z.infer<typeof savedView>;

export const listMethods = {
  /** The user's own: views, the columns as they were last arranged, and the view that the list opens with. */
  'lists.get': read(
    z.object({ list: listName }),
    z.object({ views: z.array(savedView), columns: arrangement, opensWith: z.string().nullable() }),
    { roles: 'anyone', audited: { not: 'own' } },
  ),
  'lists.saveView': write(
    z.object({
      /** Of a view that is changed; null makes one. */
      held: z.object({ id: listViewId, version }).nullable(),
      name: line(60),
      query: listQuery,
      columns: arrangement,
    }),
    z.object({ id: listViewId }),
    { roles: 'anyone', touches: ['lists'] },
  ),
  'lists.deleteView': write(z.object({ viewId: listViewId }), nothing, { roles: 'anyone', touches: ['lists'] }),
  'lists.keepColumns': write(z.object({ list: listName, columns: arrangement }), nothing, {
    roles: 'anyone',
    touches: ['lists'],
  }),
  'lists.openWith': write(z.object({ list: listName, view: line(60).nullable() }), nothing, {
    roles: 'anyone',
    touches: ['lists'],
  }),
  /** Says before rows go to the clipboard that they do. */
  'lists.copied': write(
    z.object({ list: listName, rows: z.int().min(1), columns: z.array(line(40)).min(1).max(60) }),
    nothing,
    { ...cases, touches: [] },
  ),
  /** All the rows of a list to a file, in the columns, order and words of the screen. */
  'lists.export': action(
    z.object({
      query: listQuery,
      columns: z
        .array(z.object({ id: line(40), header: line(120) }))
        .min(1)
        .max(60),
      /** What the page calls what the rows hold as codes, by the keys of `cellWords`. */
      words: z.record(z.string().max(80), z.string().max(200)),
      showsSummaries: z.boolean(),
      locale,
      format: z.enum(['csv', 'csv_semicolon', 'xlsx']),
      file: fileGrant,
      jobId,
    }),
    z.object({ rows: z.int() }),
    { ...cases, scope: { unit: 'query.filter.unitId' } },
  ),
};
