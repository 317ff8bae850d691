import type { Quarter } from '#contract/ground/dates';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import { CountLink } from './CountLink.tsx';
import type { Column } from './DataTable.tsx';

type CountsOf<Key extends string> = { readonly quarter: Quarter } & Readonly<Record<Key, number>>;

/** The quarter, then each count of it under its own heading, which opens its files. */
export function useQuarterColumns<Key extends string, Row extends CountsOf<Key>>(
  counts: readonly Key[],
  heading: (count: Key) => string,
  hrefOf: (row: Row, count: Key) => string,
): readonly Column<Row>[] {
  const t = useText();
  const format = useFormat();
  return [
    {
      key: 'quarter',
      header: t('codes:heading.quarter'),
      value: ({ quarter }) => format.quarter(quarter),
      narrow: true,
    },
    ...counts.map((key) => ({
      key,
      header: heading(key),
      as: 'number' as const,
      value: (row: Row) => row[key],
      cell: (row: Row) => (
        <CountLink href={hrefOf(row, key)} count={row[key]} of={`${heading(key)}, ${format.quarter(row.quarter)}`} />
      ),
    })),
  ];
}
