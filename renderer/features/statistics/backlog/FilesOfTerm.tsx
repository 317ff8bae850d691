import { useState } from 'react';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { useFileColumns } from '../../../ui/useFileColumns.ts';
import classes from './Backlog.module.css';
import type { Counted } from './counted.ts';

const size = 100;
type Files = Output<'backlog.files'>['files'];

/** The files behind a figure, with what of it was declared and so has no file here. */
export function FilesOfTerm({ term, from, to, unitIds }: Counted) {
  const t = useText();
  const [offset, setOffset] = useState(0);
  const scope = { from, to, ...(unitIds === null ? {} : { unitIds: [...unitIds] }) };
  const answer = useRead('backlog.files', { term, ...scope, offset, size }, { keepPrevious: true });
  const board = useRead('backlog.board', scope);
  if (answer.error !== null) return <FailureAlert failure={answer.error.failure} />;
  if (answer.data === undefined) return null;
  const { files, total, sealed } = answer.data;
  const figure = board.data?.total.terms[term] ?? null;
  return (
    <div>
      <p className={classes.headline} role="status">
        {t('backlog:list.files', { count: total })}
        {sealed > 0 && <> {t('common:behind.sealed', { count: sealed })}</>}
        {term !== 'reclassified' && figure !== null && figure > total + sealed && (
          <> {t('backlog:list.declared', { count: figure - total - sealed })}</>
        )}
      </p>
      {total === 0 ? (
        <EmptyState title={t('common:behind.empty')} text={t('backlog:list.emptyText')} />
      ) : (
        <>
          <FilesTable files={files} isWhole={total <= size} isSigned={term === 'reclassified'} />
          {total > size && <Pager offset={offset} size={size} total={total} onMove={setOffset} />}
        </>
      )}
    </div>
  );
}

interface FilesTableProps {
  readonly files: Files;
  readonly isWhole: boolean;
  readonly isSigned: boolean;
}

function FilesTable({ files, isWhole, isSigned }: FilesTableProps) {
  const t = useText();
  const columns = useFileColumns<Files[number]>();
  return (
    <DataTable
      caption={t('common:files')}
      rows={files}
      rowKey={(file) => `${file.id} ${file.on} ${String(file.delta)}`}
      keepsOrder={!isWhole}
      columns={[
        ...columns,
        ...(isSigned
          ? [
              {
                key: 'delta',
                header: t('common:behind.delta'),
                as: 'change' as const,
                value: (file: Files[number]) => file.delta,
              },
            ]
          : []),
      ]}
    />
  );
}
