import type { AssumptionSetId, PlanId, UnitId } from '#contract/ground/ids';
import { integer, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { clear, id, instant, json, keyed, sealed, version } from './columns.ts';

export const assumptionSet = sqliteTable(
  'assumption_set',
  {
    id: id<AssumptionSetId>(),
    version: version(),
    name: keyed('name').notNull(),
    assumptions: json<unknown>('assumptions', 'sealed').notNull(),
    savedBy: clear('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [uniqueIndex('assumption_set_name').on(table.name)],
);

/** What someone draws of months to come. It is read by no return, pack or consolidation. */
export const plan = sqliteTable(
  'plan',
  {
    id: id<PlanId>(),
    version: version(),
    name: keyed('name').notNull(),
    scope: json<unknown>('scope', 'sealed').notNull(),
    /** The units that it was drawn for: who may not see all of them does not see it. */
    unitIds: json<readonly UnitId[]>('unit_ids', 'clear').notNull(),
    plan: json<unknown>('plan', 'sealed').notNull(),
    savedBy: clear('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [uniqueIndex('plan_name').on(table.name)],
);

/** Answers of the laboratory by the hash of all that they rest on: derived, and computed again where they are gone. */
export const laboratoryAnswer = sqliteTable(
  'laboratory_answer',
  {
    task: clear('task').notNull(),
    hash: clear('hash').notNull(),
    version: version(),
    methodVersion: integer('method_version').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Length of the value: asked of a text itself, a database reads the whole of it. */
    size: integer('size').notNull(),
    /** Serialised, compressed, in base64: a type that every database has. */
    value: sealed('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.task, table.hash] })],
);
