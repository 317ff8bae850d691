import { sha256 } from '../../ground/kernel/signing.ts';
import type { BuiltFile } from './builtFile.ts';
import type { CsvSeparator } from './csv.ts';

export const dataPackageName = 'datapackage.json';

/** A column of a table, as the standard names its kinds. */
export interface TableField {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer' | 'date';
  /** In both languages. */
  readonly description?: string;
}

export interface DescribedTable {
  readonly file: BuiltFile;
  readonly title: string;
  readonly fields: readonly TableField[];
}

interface Facts {
  /** In lower case, with hyphens. */
  readonly name: string;
  readonly title: string;
  /** ISO date and time. */
  readonly created: string;
  readonly separator: CsvSeparator;
}

const nameOf = (file: string): string =>
  file
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replace(/[^a-z0-9._/-]+/g, '-');

/**
 * Describes the CSV files of a folder as a Tabular Data Package (Frictionless Data, specs.frictionlessdata.io/tabular-data-package,
 * version 1): what statistical software reads tables, types and digests from. Blank is the one mark of a missing value.
 */
export function dataPackageOf({ name, title, created, separator }: Facts, tables: readonly DescribedTable[]): object {
  const dialect = {
    delimiter: separator === 'comma' ? ',' : ';',
    lineTerminator: '\r\n',
    quoteChar: '"',
    doubleQuote: true,
    skipInitialSpace: false,
    header: true,
  };
  return {
    profile: 'tabular-data-package',
    name: nameOf(name),
    title,
    created,
    resources: tables.map(({ file, title: titleOfTable, fields }) => ({
      profile: 'tabular-data-resource',
      name: nameOf(file.name),
      title: titleOfTable,
      path: file.name,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: file.bytes.byteLength,
      hash: `sha256:${sha256(file.bytes)}`,
      dialect,
      schema: { fields, missingValues: [''] },
    })),
  };
}
