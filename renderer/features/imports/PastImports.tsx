import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { Output } from '#contract/index';
import { verdict } from '#contract/imports';
import { useRead } from '../../bridge/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import classes from './Imports.module.css';

type ImportRecord = Output<'imports.list'>['imports'][number];

/** What was imported before. While a file is on its way in, only when there is something to say. */
export function PastImports({ isQuiet }: { readonly isQuiet: boolean }) {
  const t = useText();
  const format = useFormat();
  const read = useRead('imports.list', {});
  const imports = read.data?.imports ?? [];
  if (isQuiet && imports.length === 0) return null;
  const columns: readonly Column<ImportRecord>[] = [
    { key: 'at', header: t('imports:past.at'), narrow: true, cell: (row) => format.instant(row.importedAt) },
    { key: 'file', header: t('imports:past.file'), cell: (row) => row.fileName },
    { key: 'by', header: t('imports:past.by'), cell: (row) => row.importedBy },
    ...verdict.options.map((each): Column<ImportRecord> => ({
      key: each,
      header: t(`imports:verdict.${each}`),
      align: 'end',
      narrow: true,
      cell: (row) =>
        each === 'new' && row.counts.new > 0 ? (
          <Anchor component={Link} href={`/referrals?importId=${row.id}`} size="sm">
            {format.number(row.counts.new)}
          </Anchor>
        ) : (
          format.number(row.counts[each])
        ),
    })),
  ];
  return (
    <section className={classes.past} aria-label={t('imports:past.title')}>
      <h2 className={classes.heading}>{t('imports:past.title')}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {read.data !== undefined && imports.length === 0 && <p className={classes.dimmed}>{t('imports:past.none')}</p>}
      {imports.length > 0 && (
        <DataTable caption={t('imports:past.title')} columns={columns} rows={imports} rowKey={(row) => row.id} />
      )}
    </section>
  );
}
