/** How an engine writes what a session sees: conditions on a column, in SQL. */
export interface AgreementWords {
  readonly agreement: (column: string) => string;
  /** A unit is seen for as long as one of the agreements funds it, and with all that came before. */
  readonly unit: (unit: string, month?: string) => string;
  /** A pack is the source of a unit's months. */
  readonly pack: (column: string) => string;
  /** The base table, whatever the session sees of it. */
  readonly base: string;
}

/** The last month of a quarter that two columns name. */
export const quarterEnd = (table: string): string =>
  `((CASE ${table}.quarter WHEN 4 THEN ${table}.fiscal_year + 1 ELSE ${table}.fiscal_year END)
    || (CASE ${table}.quarter WHEN 1 THEN '-06' WHEN 2 THEN '-09' WHEN 3 THEN '-12' ELSE '-03' END))`;

const byAgreement = [
  'agreement_unit',
  'budget_line',
  'cash_entry',
  'position',
  'training',
  'equipment',
  'activity',
  'risk',
  'due_report',
  'amendment',
  'indicator_target',
  'funding_change',
  'explanation',
  'narrative',
  'return_actuals',
  'attestation',
  'restatement_reason',
  'funding_return',
  'annual_report',
  'annual_text',
  'other_source',
] as const;

/** What is left of each table to a session that sees some agreements only; of a table that is not named, all. */
export function agreementRows({ agreement, unit, pack, base }: AgreementWords): Readonly<Record<string, string>> {
  const ofQuarter = (table: string): string => unit(`${table}.unit_id`, quarterEnd(table));
  return {
    agreement: agreement('id'),
    ...Object.fromEntries(byAgreement.map((table) => [table, agreement('agreement_id')])),
    return_release: `return_id IN (SELECT id FROM ${base}.funding_return WHERE ${agreement('agreement_id')})`,
    unit: unit('unit.id'),
    counting_rule: unit('counting_rule.unit_id', 'substr(counting_rule.valid_from, 1, 7)'),
    unit_month: unit('unit_month.unit_id', 'unit_month.month'),
    unit_stock: ofQuarter('unit_stock'),
    entered_value: ofQuarter('entered_value'),
    pack: pack('id'),
    pack_unit: unit('pack_unit.unit_id'),
    // It is the whole return of an agreement, with all its units and money.
    received_return: `pack_id IN (SELECT id FROM ${base}.pack WHERE ${agreement('workspace_id')})`,
    confirmed_key: `fingerprint IN (SELECT fingerprint FROM ${base}.pack WHERE ${pack('id')})`,
    // A mapping that names a unit is for the return of an agreement that has it.
    funder_template: `NOT EXISTS (SELECT 1 FROM json_each(funder_template.cells) AS cell
      WHERE json_extract(cell.value, '$.source.unitCode') NOT IN (SELECT code FROM ${base}.unit WHERE ${unit('unit.id')}))`,
  };
}
