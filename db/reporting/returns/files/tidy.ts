import type { Bilingual } from '#contract/ground/common';
import { ledgerTerm } from '#contract/ground/codes';
import type { Amounts } from '#contract/reporting/reconciliation';
import { fundedShares, restsOnForm, type IndicatorValue, type ReturnContent } from '#contract/reporting/returns';
import { backlogMovements } from '#contract/words/terms';
import { codeWord } from '#contract/words/codes';
import { staffCodes } from '../agreementFigures.ts';
import { breakdownLines } from '../breakdownLines.ts';
import type { CsvValue } from '../../../documents/files/csv.ts';
import { monthPeriod, quarterPeriod, type PeriodColumns } from './periods.ts';

/** The columns of every table of an export: one value a row, codes beside the labels in both languages. */
export const tidyColumns = [
  'indicator_code',
  'indicator_en',
  'indicator_fr',
  'unit_code',
  'fy',
  'quarter',
  'period_start',
  'period_end',
  'disaggregation',
  'category_code',
  'value',
  'numerator',
  'denominator',
  'status_code',
  'suppression',
  'definition_version',
  'source',
] as const;
export type TidyRow = Readonly<Record<(typeof tidyColumns)[number], CsvValue>>;

interface Facts {
  readonly code: string;
  readonly name: Bilingual;
  readonly unitCode: string | null;
  readonly period: PeriodColumns;
  readonly by?: readonly [disaggregation: string, category: string];
  readonly value: number | null;
  readonly parts?: readonly [numerator: number | null, denominator: number | null];
  readonly status: string;
  readonly version: string;
  readonly source: string;
}

export function tidyRow({ code, name, unitCode, period, by, value, parts, status, version, source }: Facts): TidyRow {
  return {
    indicator_code: code,
    indicator_en: name.en,
    indicator_fr: name.fr,
    unit_code: unitCode,
    ...period,
    disaggregation: by?.[0] ?? null,
    category_code: by?.[1] ?? null,
    value,
    numerator: parts?.[0] ?? null,
    denominator: parts?.[1] ?? null,
    status_code: status,
    suppression: null,
    definition_version: version,
    source,
  };
}

/** An indicator's row, a row for each category of its breakdown and, where it has a funded and a base part, a row for each. */
function indicatorRows(content: ReturnContent, value: IndicatorValue): readonly TidyRow[] {
  const definition = content.framework.indicators.find((each) => each.code === value.code);
  const facts = {
    code: value.code,
    name: definition?.name ?? { en: value.code, fr: value.code },
    unitCode: value.unitCode,
    period: quarterPeriod(content.quarter),
    status: value.status,
    version: value.definitionVersion,
    // A total is marked where any unit of it is.
    source: restsOnForm(content.checks, value.unitCode) ? `${value.calculation};unsigned` : value.calculation,
  };
  const { numerator, denominator } = value;
  const whole = [
    tidyRow({ ...facts, value: value.value, parts: [numerator, denominator] }),
    ...breakdownLines(content, value).map((part) =>
      tidyRow({
        ...facts,
        by: [part.by, part.category],
        value: part.value,
        parts: [part.numerator, part.denominator],
        status: part.status,
      }),
    ),
  ];
  if (!fundedShares.includes(value.code) || numerator === null || denominator === null) return whole;
  return [
    ...whole,
    tidyRow({ ...facts, by: ['funding', 'funded'], value: numerator }),
    tidyRow({ ...facts, by: ['funding', 'base'], value: denominator - numerator }),
  ];
}

/** Of a figure that is both computed and entered, the two and the difference between them. */
function reconciliationRows({ framework, quarter, reconciliation }: ReturnContent, value: IndicatorValue) {
  const found = reconciliation.find((each) => each.code === value.code && each.unitCode === value.unitCode);
  if (!found) return [];
  const { computed, entered, difference } = found;
  const facts = {
    code: value.code,
    name: framework.indicators.find((each) => each.code === value.code)?.name ?? { en: value.code, fr: value.code },
    unitCode: value.unitCode,
    period: quarterPeriod(quarter),
    version: value.definitionVersion,
  };
  const amountRow = (category: string, source: string, { numerator, denominator, ...amount }: Amounts): TidyRow =>
    tidyRow({ ...facts, ...amount, by: ['collection', category], parts: [numerator, denominator], source });
  return [
    amountRow('computed', 'computed', computed),
    amountRow('entered', 'entered', entered),
    tidyRow({
      ...facts,
      by: ['collection', 'difference'],
      value: difference,
      status: difference === null ? 'not_available' : 'complete',
      source: `reconciliation_${found.state}`,
    }),
  ];
}

/** What a sum over agreements is made of. */
function agreementRows(content: ReturnContent, code: string): readonly TidyRow[] {
  const { framework, agreementFigures, quarter } = content;
  const definition = framework.indicators.find((each) => each.code === code);
  return agreementFigures
    .filter((each) => each.code === code)
    .map(({ agreementCode, value, numerator, denominator, status, packId }) =>
      tidyRow({
        code,
        name: definition?.name ?? { en: code, fr: code },
        unitCode: null,
        period: quarterPeriod(quarter),
        by: ['agreement', agreementCode],
        value,
        parts: [numerator, denominator],
        status,
        version: definition?.version ?? framework.version,
        source: packId !== null ? 'received_return' : staffCodes.includes(code) ? 'units' : 'funding',
      }),
    );
}

export function indicatorTable(content: ReturnContent): readonly TidyRow[] {
  return content.values.flatMap((value) => [
    ...indicatorRows(content, value),
    ...reconciliationRows(content, value),
    ...(value.unitCode === null ? agreementRows(content, value.code) : []),
  ]);
}

export function ledgerTable(content: ReturnContent): readonly TidyRow[] {
  return content.ledger.flatMap(({ unitCode, month, line }) => {
    const cells: readonly (readonly [string, number | null])[] = [
      ['opening', line.opening],
      ...ledgerTerm.options.map((term) => [term, line.terms[term]] as const),
      ['closing', line.closing],
    ];
    return cells.map(([category, value]) =>
      tidyRow({
        code: 'LEDGER',
        name: backlogMovements,
        unitCode,
        period: monthPeriod(month),
        by: ['ledger', category],
        value,
        status: value === null ? 'not_available' : 'complete',
        version: content.framework.version,
        source: 'ledger',
      }),
    );
  });
}

export function panelTable(content: ReturnContent): readonly TidyRow[] {
  return content.panel.map(({ unitCode, month, measure, value, status, source }) =>
    tidyRow({
      code: measure,
      name: codeWord('measure', measure),
      unitCode,
      period: monthPeriod(month),
      value,
      status,
      version: content.framework.version,
      source,
    }),
  );
}
