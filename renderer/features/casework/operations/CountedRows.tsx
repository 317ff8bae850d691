import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { Link, Redirect } from 'wouter';
import { z } from 'zod';
import { operationFigure, type CountedRow } from '#contract/casework/operations';
import { civilDate } from '#contract/ground/dates';
import { operationId, partnerId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { useFileColumns } from '../../../ui/useFileColumns.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import classes from './Operations.module.css';

const size = 100;
type Params = Readonly<Record<string, string | undefined>>;

const ofPartner = z.object({ partnerId });
const ofOperation = z.discriminatedUnion('figure', [
  z.object({ figure: z.literal('files'), operationId }),
  z.object({ figure: operationFigure, operationId, from: civilDate, to: civilDate }),
]);

/** The files of an operation, or what one figure of it counts between two days. */
export function OperationRows(params: Params) {
  const asked = ofOperation.safeParse(params).data;
  return asked === undefined ? <Redirect to="/operations" replace /> : <RowsOfOperation {...asked} />;
}

/** The files in which a service takes part. */
export function PartnerRows(params: Params) {
  const asked = ofPartner.safeParse(params).data;
  return asked === undefined ? <Redirect to="/operations" replace /> : <RowsOfPartner {...asked} />;
}

function RowsOfOperation(asked: z.output<typeof ofOperation>) {
  const t = useText();
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const rows = useRead('operations.rows', { ...asked, offset, size }, { keepPrevious: true });
  const name = useRead('operations.list', { filter: {} }).data?.operations.find(
    ({ id }) => id === asked.operationId,
  )?.name;
  const isDated = asked.figure !== 'files';
  const figure = isDated ? t(`codes:operationFigure.${asked.figure}`) : t('common:files');
  return (
    <Rows
      title={name === undefined ? figure : t('fileWork:operations.ofOperation', { figure, name })}
      context={isDated && t('common:fromTo', { from: format.day(asked.from), to: format.day(asked.to) })}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}

function RowsOfPartner({ partnerId: id }: z.output<typeof ofPartner>) {
  const t = useText();
  const [offset, setOffset] = useState(0);
  const rows = useRead('partners.rows', { partnerId: id, offset, size }, { keepPrevious: true });
  const name = useRead('partners.list', { filter: {} }).data?.partners.find((partner) => partner.id === id)?.name;
  const figure = t('common:files');
  return (
    <Rows
      title={name === undefined ? figure : t('fileWork:operations.ofOperation', { figure, name })}
      answer={rows}
      offset={offset}
      onMove={setOffset}
    />
  );
}

interface RowsProps {
  readonly title: string;
  readonly context?: string | false;
  readonly answer: ReturnType<typeof useRead<'partners.rows'>>;
  readonly offset: number;
  readonly onMove: (offset: number) => void;
}

function Rows({ title, context, answer, offset, onMove }: RowsProps) {
  const t = useText();
  const { data, error } = answer;
  return (
    <>
      <PageHeader
        title={title}
        {...(typeof context === 'string' && { context })}
        actions={
          <Anchor component={Link} href="/operations" size="sm">
            {t('fileWork:operations.back')}
          </Anchor>
        }
      />
      <div className={classes.behind}>
        {error !== null && <FailureAlert failure={error.failure} />}
        {data !== undefined && (
          <p className={classes.sum} role="status">
            {t('fileWork:operations.sum', { count: data.total })}
            {data.sealed > 0 && <> {t('common:behind.sealed', { count: data.sealed })}</>}
          </p>
        )}
        {data?.length === 0 && (
          <EmptyState title={t('common:behind.empty')} text={t('fileWork:operations.noRowsText')} />
        )}
        {data !== undefined && data.length > 0 && (
          <RowsTable caption={title} rows={data.rows} isWhole={data.length <= size} />
        )}
        {data !== undefined && data.length > size && (
          <Pager offset={offset} size={size} total={data.length} onMove={onMove} />
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
