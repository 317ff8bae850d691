import type { ImportMapping, Surveyed } from '#contract/intake/imports';
import type { Output } from '#contract/index';
import type { Reading } from '#contract/documents/tables';
import { unitIdOf } from './lookUp.ts';
import type { MappingFile } from './importMapping.ts';

type Inspection = Output<'imports.inspect'>;
type Units = Output<'units.list'>['units'];
type Values = NonNullable<ImportMapping['values']>;

/** The texts of units lead to codes in a file that people read, and to ids in the store. */
function mapUnits(values: Values, idOf: (code: string) => string | null): Values {
  const { unitCode, ...others } = values;
  if (unitCode === undefined) return others;
  const mapped = Object.entries(unitCode).map(([text, code]) => [text, code === null ? null : idOf(code)] as const);
  return { ...others, unitCode: Object.fromEntries(mapped) };
}

export function valuesGiven({ values }: MappingFile, units: Units): Values {
  const { unitCode, ...others } = values ?? {};
  const given = Object.fromEntries(Object.entries(others).filter(([, texts]) => texts !== undefined));
  return mapUnits({ ...given, ...(unitCode && { unitCode }) }, (code) => unitIdOf(units, code));
}

/** The mapping with what the survey found: every text with its meaning, and the order of the dates of each column. */
export function surveyedMapping(
  mapping: ImportMapping,
  { values, dates }: Surveyed,
  given: MappingFile,
): ImportMapping {
  return {
    ...mapping,
    values: Object.fromEntries(
      values.map(({ field, texts }) => [field, Object.fromEntries(texts.map(({ text, code }) => [text, code]))]),
    ),
    dates:
      given.dates ??
      (given.dateOrder === undefined
        ? Object.fromEntries(dates.map(({ field, order, isEvident }) => [field, { order, isEvident }]))
        : undefined),
  };
}

/** Texts that do not say themselves what they mean, and whose rows come in all the same: with a band that is not known, without any. */
export function assumedTexts({ field, texts }: Surveyed['values'][number]) {
  return texts.filter(({ code, isSure }) => !isSure && (code !== null || field === 'riskBand'));
}

/** Rows under one assumption that no one has looked at, of the field that has the most. */
export function assumedRows({ values }: Surveyed): number {
  return Math.max(0, ...values.map((each) => assumedTexts(each).reduce((sum, { count }) => sum + count, 0)));
}

/** More than this share of the rows under one assumption is asked about first. */
export const mostAssumed = 0.1;

interface Suggested {
  readonly inspection: Inspection;
  readonly mapping: ImportMapping;
  readonly survey: Surveyed;
  readonly units: Units;
}

function readingFacts(reading: Reading) {
  if (reading.kind === 'csv') return { encoding: reading.encoding, separator: reading.separator };
  return reading.also === undefined ? { sheet: reading.sheet } : {};
}

export interface SuggestedFile extends Omit<MappingFile, 'values'> {
  readonly values: Values;
}

/** Names of the columns that no field takes: what they hold stays in the file. */
export function columnsNotRead(columns: Inspection['columns'], mapping: ImportMapping): readonly string[] {
  const read = new Set(Object.values(mapping.columns));
  return columns.flatMap(({ name }, column) => (read.has(column) || name.trim() === '' ? [] : [name]));
}

/** The file that `--mapping` reads: what Vigie proposes, for a person to correct. */
export function suggestedFile({ inspection, mapping, survey, units }: Suggested): SuggestedFile {
  const { columns: names, firstLines, reading } = inspection;
  const codeOf = (id: string) => units.find((unit) => unit.id === id)?.code ?? null;
  const isOnce = (name: string) => names.filter((each) => each.name === name).length === 1 && name !== '';
  const columnAt = (column: number) => {
    const name = names[column]?.name ?? '';
    return isOnce(name) ? name : column + 1;
  };
  const unit = mapping.unitId === null ? null : codeOf(mapping.unitId);
  return {
    ...readingFacts(reading),
    headerLine: firstLines[mapping.headerRow ?? 0]?.line ?? 1,
    columns: Object.fromEntries(Object.entries(mapping.columns).map(([field, column]) => [field, columnAt(column)])),
    dateOrder: mapping.dateOrder,
    ...(mapping.dates !== undefined && { dates: mapping.dates }),
    ...(unit !== null && { unit }),
    notRead: columnsNotRead(names, mapping),
    values: mapUnits(mapping.values ?? {}, codeOf),
    toCheck: Object.fromEntries(
      survey.values.map(({ field, texts }) => [field, texts.filter(({ isSure }) => !isSure).map(({ text }) => text)]),
    ),
  };
}
