import { z } from 'zod';
import { referralSource, riskBand } from '#contract/ground/codes';
import { importField, importMapping, type ImportField, type ImportMapping } from '#contract/intake/imports';
import { separator, textEncoding } from '#contract/documents/tables';
import { exitCodes, InputFailure } from './outcome.ts';
import { readJson } from './textFile.ts';

/** A column by its name in the header, or by its place from 1. */
const column = z.union([z.string().min(1), z.int().min(1)]);

const states = ['open', 'concluded', 'not_viable', 'information_only', 'transferred_out'] as const;
const meanings = <Code extends z.ZodType<string>>(code: Code) => z.record(z.string(), code.nullable()).optional();

/** What a person writes in the file given with `--mapping`; what it leaves out stays as suggested. */
const mappingFile = z.strictObject({
  columns: z.partialRecord(importField, column).optional(),
  dateOrder: z.enum(['year_first', 'day_first', 'month_first']).optional(),
  unit: z.string().optional(),
  sourceDefault: referralSource.optional(),
  encoding: textEncoding.optional(),
  separator: separator.optional(),
  /** The line of the file that names the columns; found where it is left out. */
  headerLine: z.int().min(1).optional(),
  /** The order of each column of dates, and whether its own dates decide it. */
  dates: importMapping.shape.dates,
  /** What each text means; of units, their codes. */
  values: z
    .strictObject({
      source: meanings(referralSource),
      riskBand: meanings(riskBand),
      conclusion: meanings(z.enum(states)),
      unitCode: meanings(z.string().max(80)),
    })
    .optional(),
  /** Texts that do not say themselves what they mean: for a person to look at, and not read. */
  toCheck: z.unknown().optional(),
  /** Columns that no field takes: for a person to see, and not read. */
  notRead: z.unknown().optional(),
  /** A row with several numbers in one cell becomes a referral for each. */
  splitNumbers: z.boolean().optional(),
  /** The sheet of a workbook; where it is left out, the first that holds anything, and all that have its columns. */
  sheet: z.string().optional(),
});
export type MappingFile = z.infer<typeof mappingFile>;

export function readMappingFile(path: string): MappingFile {
  const parsed = mappingFile.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new InputFailure('mappingInvalid', { path, place: place === '' ? '.' : place }, exitCodes.failed);
}

function positionOf(wanted: string | number, header: readonly string[]): number {
  if (typeof wanted === 'number') return wanted - 1;
  const position = header.findIndex((name) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
  if (position >= 0) return position;
  throw new InputFailure('noSuchColumn', { column: wanted, columns: header.join(' | ') }, exitCodes.failed);
}

/** The mapping that a file asks for, on what was suggested for this header. Columns that it names are the only ones read. */
export function mappingOf(
  given: MappingFile,
  header: readonly string[],
  suggested: ImportMapping,
): Omit<ImportMapping, 'unitId'> {
  const columns = given.columns
    ? Object.fromEntries(
        Object.entries(given.columns).map(([field, wanted]) => [field as ImportField, positionOf(wanted, header)]),
      )
    : suggested.columns;
  return {
    columns,
    dateOrder: given.dateOrder ?? suggested.dateOrder,
    sourceDefault: given.sourceDefault ?? suggested.sourceDefault,
    ...(given.splitNumbers !== undefined && { splitNumbers: given.splitNumbers }),
  };
}
