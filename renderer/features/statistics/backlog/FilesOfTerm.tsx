import { useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Backlog.module.css';
import type { Counted } from './counted.ts';
import { Pager } from './Pager.tsx';

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
        {sealed > 0 && <> {t('backlog:list.sealed', { count: sealed })}</>}
        {term !== 'reclassified' && figure !== null && figure > total + sealed && (
          <> {t('backlog:list.declared', { count: figure - total - sealed })}</>
        )}
      </p>
      {total === 0 ? (
        <EmptyState title={t('backlog:list.empty')} text={t('backlog:list.emptyText')} />
      ) : (
        <>
          <FilesTable files={files} isSigned={term === 'reclassified'} />
          {total > size && <Pager offset={offset} size={size} total={total} onMove={setOffset} />}
        </>
      )}
    </div>
  );
}

function FilesTable({ files, isSigned }: { readonly files: Files; readonly isSigned: boolean }) {
  const t = useText();
  const format = useFormat();
  const units = useRead('units.list', {}).data?.units ?? [];
  return (
    <DataTable
      caption={t('backlog:files')}
      rows={files}
      rowKey={(file) => `${file.id} ${file.on} ${String(file.delta)}`}
      columns={[
        { key: 'on', header: t('backlog:list.on'), cell: (file) => file.on, narrow: true },
        {
          key: 'number',
          header: t('backlog:list.number'),
          cell: (file) => <Link href={`/${file.kind}s/${file.id}`}>{file.number}</Link>,
          narrow: true,
        },
        { key: 'kind', header: t('backlog:list.kind'), cell: (file) => t(`backlog:list.${file.kind}`) },
        {
          key: 'unit',
          header: t('backlog:units.unit'),
          cell: (file) => units.find((unit) => unit.id === file.unitId)?.code ?? '',
          narrow: true,
        },
        ...(isSigned
          ? [
              {
                key: 'delta',
                header: t('backlog:list.delta'),
                cell: (file: Files[number]) => format.change(file.delta),
                align: 'end' as const,
                narrow: true,
              },
            ]
          : []),
      ]}
    />
  );
}
