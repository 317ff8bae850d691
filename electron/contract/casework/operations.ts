import { z } from 'zod';
import { cases } from '../ground/access.ts';
import { locale } from '../ground/codes.ts';
import { line, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { action, read, write } from '../ground/define.ts';
import { fileGrant, investigationId, operationId, unitId } from '../ground/ids.ts';

const byFile = { ...cases, scope: { investigation: 'investigationId' } } as const;

const someOperations = z.array(operationId).max(20);
const tagged = z.array(z.object({ investigationId, add: someOperations, remove: someOperations })).max(500);

const facts = z.object({ name: line(80), beganOn: civilDate, endedOn: civilDate.nullable() });

export const operationRow = facts.extend({ id: operationId, version, unitId, files: z.int() });
export type OperationRow = z.infer<typeof operationRow>;

/** What the files of an operation had between two days, both included. */
export const operationCounts = z.object({
  /** Received in the period and linked to a file of the operation, each once. */
  referrals: z.int(),
  filesOpened: z.int(),
  filesConcluded: z.int(),
  arrests: z.int(),
  /** Counts of charges laid. */
  charges: z.int(),
  devicesSeized: z.int(),
  devicesExamined: z.int(),
});
export type OperationCounts = z.infer<typeof operationCounts>;

const period = z.object({ operationId, from: civilDate, to: civilDate });

export const operationFigure = operationCounts.keyof();
export type OperationFigure = z.infer<typeof operationFigure>;

export const pageOfRows = { offset: z.int().min(0), size: z.int().min(1).max(200) };

/** A referral or a file with what one figure counts of it: a figure of devices may count several in one row. */
export const countedRow = z.object({
  kind: z.enum(['referral', 'investigation']),
  id: z.string(),
  number: z.string(),
  unitId,
  on: civilDate,
  count: z.int(),
});
export type CountedRow = z.infer<typeof countedRow>;

/** `total` adds up the counts of all rows in view, and `sealed` those of rows that are not. */
export const countedRows = z.object({ rows: z.array(countedRow), length: z.int(), total: z.int(), sealed: z.int() });

export const operationMethods = {
  'operations.list': read(
    z.object({ filter: z.object({ unitId: unitId.optional() }) }),
    z.object({ operations: z.array(operationRow) }),
    { ...cases, scope: { unit: 'filter.unitId' }, audited: 'rows' },
  ),
  'operations.save': write(
    facts.extend({ unitId, operationId: operationId.nullable(), version: version.nullable() }),
    z.object({ id: operationId }),
    { ...cases, scope: { unit: 'unitId' }, touches: ['fileWork'] },
  ),
  /** The operations that a file belongs to, and the other files of each. */
  'operations.ofFile': read(
    z.object({ investigationId }),
    z.object({
      operations: z.array(z.object({ id: operationId, name: z.string() })),
      files: z.array(z.object({ id: investigationId, number: z.string(), operationId })),
    }),
    { ...byFile, audited: 'part' },
  ),
  /** Puts files in operations of their unit and takes them out of others. What had to change is in the answer, the other way: it takes the act back. */
  'operations.tag': write(z.object({ files: tagged }), z.object({ back: tagged }), {
    ...cases,
    scope: { investigation: 'files.investigationId' },
    keptBySender: true,
    touches: ['fileWork'],
  }),
  'operations.counts': read(period, operationCounts, { ...cases, audited: { not: 'figures' } }),
  /** The rows behind one figure of an operation, latest first; without a period, its files by the day of opening. */
  'operations.rows': read(
    z.discriminatedUnion('figure', [
      z.object({ figure: z.literal('files'), operationId, ...pageOfRows }),
      period.extend({ figure: operationFigure, ...pageOfRows }),
    ]),
    countedRows,
    { ...cases, audited: 'rows' },
  ),
  /** Writes the counts of the period as CSV, or as a PDF where something can print. */
  'operations.export': action(
    period.extend({ file: fileGrant, locale, format: z.enum(['csv', 'pdf']) }),
    z.object({}),
    cases,
  ),
};
