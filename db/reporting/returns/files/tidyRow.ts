import type { Bilingual } from '#contract/ground/common';
import type { Comparison } from '#contract/reporting/comparison';
import type { CsvValue } from '../../../documents/files/csv.ts';
import { clean } from '../../../ground/kernel/clean.ts';
import type { tidyFields } from '../dictionaryLabels.ts';
import type { PeriodColumns } from '../periods.ts';

/** A row of a table of an export, by its columns. */
export type TidyRow = Readonly<Record<keyof typeof tidyFields, CsvValue>>;

/** What a value covers, of what it should. */
export interface Cover {
  readonly covered: number;
  readonly asked: number;
  /** Quarters are those of budget lines. */
  readonly of: 'units' | 'agreements' | 'quarters';
}

/** Of one unit. */
export const unitCover = (value: number | null): Cover => ({ covered: value === null ? 0 : 1, asked: 1, of: 'units' });

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
  readonly measuredIn: Bilingual;
  readonly cover: Cover;
  /** Of the whole of an indicator. */
  readonly comparison?: Comparison;
  /** Units that joined and left since the quarter before, of a total that is compared with it. */
  readonly moved?: { readonly joined: readonly string[]; readonly left: readonly string[] } | undefined;
  /** Amounts are in dollars, which are written with their cents. */
  readonly isMoney?: boolean;
}

function comparisonColumns(
  comparison: Comparison | undefined,
  written: (value: number | null) => CsvValue,
): Pick<TidyRow, 'previous' | 'change' | 'comparison_code' | 'covered_before'> {
  if (!comparison) return { previous: null, change: null, comparison_code: null, covered_before: null };
  const { state, previous, change, coverage } = comparison;
  return {
    previous: written(previous),
    change: written(change?.absolute ?? null),
    comparison_code: state,
    covered_before: state === 'not_applicable' ? null : coverage.before,
  };
}

const movedCode = ({ joined, left }: NonNullable<Facts['moved']>): string =>
  [...joined.map((code) => `joined:${code}`), ...left.map((code) => `left:${code}`)].join(';');

export function tidyRow(facts: Facts): TidyRow {
  const { code, name, unitCode, period, by, value, parts, status, version, source, measuredIn, cover } = facts;
  const written = (amount: number | null): CsvValue => {
    if (amount === null) return null;
    return facts.isMoney === true ? { cents: Math.round(amount * 100) } : clean(amount);
  };
  return {
    indicator_code: code,
    indicator_en: name.en,
    indicator_fr: name.fr,
    unit_code: unitCode,
    ...period,
    disaggregation: by?.[0] ?? null,
    category_code: by?.[1] ?? null,
    value: written(value),
    numerator: written(parts?.[0] ?? null),
    denominator: written(parts?.[1] ?? null),
    status_code: status,
    suppression: null,
    definition_version: version,
    source,
    unit_of_measure_en: measuredIn.en,
    unit_of_measure_fr: measuredIn.fr,
    covered: cover.covered,
    asked: cover.asked,
    coverage_of: cover.of,
    ...comparisonColumns(facts.comparison, written),
    units_changed: facts.moved ? movedCode(facts.moved) : null,
  };
}

/** Marks what comes, in whole or in part, from a form that nothing signs: the value, or the one before it and with it the change. */
export const sourced = (source: string, unsigned: boolean, previousUnsigned = false): string =>
  [source, ...(unsigned ? ['unsigned'] : []), ...(previousUnsigned ? ['previous_unsigned'] : [])].join(';');
