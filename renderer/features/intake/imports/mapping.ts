import { importField, type ImportField, type ImportMapping } from '#contract/intake/imports';

/** The field that a column becomes, if any. */
export function fieldOf(mapping: ImportMapping, column: number): ImportField | null {
  return importField.options.find((field) => mapping.columns[field] === column) ?? null;
}

/** A column becomes one field and a field comes from one column: the last choice holds. */
export function withColumn(mapping: ImportMapping, column: number, field: ImportField | null): ImportMapping {
  const columns = Object.fromEntries(
    Object.entries(mapping.columns).filter(([other, at]) => at !== column && other !== field),
  ) as ImportMapping['columns'];
  return { ...mapping, columns: field === null ? columns : { ...columns, [field]: column } };
}

/** What every row must have and nothing gives yet. Lines above groups of rows may name the unit. */
export function missingFields(
  mapping: ImportMapping,
  hasUnitLines: boolean,
): readonly ('receivedOn' | 'source' | 'unitCode')[] {
  const { columns, sourceDefault, unitId } = mapping;
  return [
    ...(columns.receivedOn === undefined ? (['receivedOn'] as const) : []),
    ...(columns.source === undefined && sourceDefault === null ? (['source'] as const) : []),
    ...(columns.unitCode === undefined && unitId === null && !hasUnitLines ? (['unitCode'] as const) : []),
  ];
}
