import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { CountedRow } from '#contract/casework/operations';
import type { useRead } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { DataTable } from './DataTable.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { PageHeader } from './PageHeader.tsx';
import { Pager } from './Pager.tsx';
import { useFileColumns } from './useFileColumns.ts';
import classes from './CountedRows.module.css';

export const pageSize = 100;

interface CountedRowsProps {
  readonly title: string;
  readonly context?: string | false;
  /** The page that prints the figure. */
  readonly back: { readonly href: string; readonly text: string };
  readonly answer: ReturnType<typeof useRead<'partners.rows'>>;
  readonly offset: number;
  readonly onMove: (offset: number) => void;
}

/** The rows behind one figure, with what they add up to and what is sealed. */
export function CountedRows({ title, context, back, answer, offset, onMove }: CountedRowsProps) {
  const t = useText();
  const { data, error } = answer;
  return (
    <>
      <PageHeader
        title={title}
        {...(typeof context === 'string' && { context })}
        actions={
          <Anchor component={Link} href={back.href} size="sm">
            {back.text}
          </Anchor>
        }
      />
      <div className={classes.behind}>
        {error !== null && <FailureAlert failure={error.failure} />}
        {data !== undefined && (
          <p className={classes.sum} role="status">
            {t('common:behind.sum', { count: data.total })}
            {data.sealed > 0 && <> {t('common:behind.sealed', { count: data.sealed })}</>}
          </p>
        )}
        {data?.length === 0 && <EmptyState title={t('common:behind.empty')} text={t('common:behind.emptyText')} />}
        {data !== undefined && data.length > 0 && (
          <RowsTable caption={title} rows={data.rows} isWhole={data.length <= pageSize} />
        )}
        {data !== undefined && data.length > pageSize && (
          <Pager offset={offset} size={pageSize} total={data.length} onMove={onMove} />
        )}
      </div>
    </>
  );
}

interface RowsTableProps {
  readonly caption: string;
  readonly rows: readonly CountedRow[];
  readonly isWhole: boolean;
}

function RowsTable({ caption, rows, isWhole }: RowsTableProps) {
  const t = useText();
  const columns = useFileColumns<CountedRow & { readonly place: number }>();
  const counts = rows.some(({ count }) => count !== 1);
  return (
    <DataTable
      caption={caption}
      rows={rows.map((row, place) => ({ ...row, place }))}
      rowKey={({ place }) => place}
      keepsOrder={!isWhole}
      columns={[
        ...columns,
        ...(counts
          ? [
              {
                key: 'count',
                header: t('codes:field.count'),
                as: 'number' as const,
                value: ({ count }: CountedRow) => count,
              },
            ]
          : []),
      ]}
    />
  );
}
