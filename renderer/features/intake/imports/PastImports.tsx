import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';
import { UndoImport, type ImportRecord } from './UndoImport.tsx';

/** What was imported before. While a file is on its way in, only when there is something to say. */
export function PastImports({ isQuiet }: { readonly isQuiet: boolean }) {
  const t = useText();
  const read = useRead('imports.list', {});
  const [undoing, setUndoing] = useState<ImportRecord | null>(null);
  const columns = usePastColumns(setUndoing);
  const imports = read.data?.imports ?? [];
  if (isQuiet && imports.length === 0) return null;
  return (
    <section className={classes.past} aria-label={t('imports:past.title')}>
      <h2 className={classes.heading}>{t('imports:past.title')}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {read.data !== undefined && imports.length === 0 && <p className={shared.quiet}>{t('imports:past.none')}</p>}
      {imports.length > 0 && (
        <DataTable
          caption={t('imports:past.title')}
          columns={columns}
          rows={imports}
          rowKey={(row) => row.id}
          isMuted={(row) => row.undone !== null}
        />
      )}
      {undoing !== null && (
        <UndoImport
          key={undoing.id}
          record={undoing}
          onClose={() => {
            setUndoing(null);
          }}
        />
      )}
    </section>
  );
}

function usePastColumns(onUndo: (record: ImportRecord) => void): readonly Column<ImportRecord>[] {
  const t = useText();
  const format = useFormat();
  const count = (key: string, header: string, of: (row: ImportRecord) => number): Column<ImportRecord> => ({
    key,
    header,
    as: 'number',
    value: (row) => of(row),
  });
  return [
    {
      key: 'at',
      header: t('common:when'),
      as: 'instant',
      value: (row) => row.importedAt,
      cell: (row) => (
        <>
          {format.instant(row.importedAt)}
          <span className={classes.by}>{row.importedBy}</span>
        </>
      ),
    },
    { key: 'kind', header: t('common:content'), narrow: true, value: (row) => t(`imports:kind.${row.kind}`) },
    { key: 'file', header: t('common:computerFile'), value: (row) => row.fileName },
    {
      ...count('new', t('imports:verdict.new'), (row) => row.counts.new),
      cell: (row) =>
        row.kind === 'referrals' && row.counts.new > 0 && row.undone === null ? (
          <Anchor component={Link} href={`/referrals?importId=${row.id}`} size="sm">
            {format.number(row.counts.new)}
          </Anchor>
        ) : (
          format.number(row.counts.new)
        ),
    },
    count('changed', t('imports:difference.changed'), (row) => row.changed),
    count('duplicate', t('imports:past.held'), (row) => row.counts.duplicate),
    count('conflict', t('imports:verdict.conflict'), (row) => row.counts.conflict),
    count('invalid', t('imports:verdict.invalid'), (row) => row.counts.invalid),
    {
      key: 'undo',
      header: t('common:undo'),
      hidesHeader: true,
      cell: (row) =>
        row.undone === null
          ? row.mayUndo && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('imports:undo.buttonOf', { file: row.fileName })}
                onClick={() => {
                  onUndo(row);
                }}
              >
                {t('common:undo')}
              </Button>
            )
          : t('imports:past.undone', { at: format.instant(row.undone.at), by: row.undone.by }),
    },
  ];
}
