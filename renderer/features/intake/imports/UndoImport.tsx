import type { ImportObstacle } from '#contract/intake/imports';
import type { Output } from '#contract/index';
import { useJob } from '../../../bridge/jobs.ts';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';

export type ImportRecord = Output<'imports.list'>['imports'][number];

interface UndoImportProps {
  readonly record: ImportRecord;
  readonly onClose: () => void;
}

/** Undoes a whole import, or says what prevents it. */
export function UndoImport({ record, onClose }: UndoImportProps) {
  const t = useText();
  const format = useFormat();
  const read = useRead('imports.obstacles', { importId: record.id });
  const undo = useWrite('imports.undo');
  const job = useJob();
  // Before that its button could not have the cursor.
  if (read.isPending) return null;
  const { obstacles = [], total = 0 } = read.data ?? {};
  const isFree = read.data !== undefined && total === 0;
  return (
    <ConfirmDialog
      title={t('imports:undo.buttonOf', { file: record.fileName })}
      confirm={isFree ? t('imports:undo.confirm') : t('common:close')}
      isBusy={undo.isPending}
      failure={undo.error?.failure}
      onClose={onClose}
      onConfirm={() => {
        if (!isFree) onClose();
        else undo.mutate({ importId: record.id, jobId: job.start() }, { onSuccess: onClose });
      }}
    >
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {isFree && (
        <p className={classes.plain}>
          {t('imports:undo.text', {
            records: format.number(record.counts.new + record.changed),
            at: format.instant(record.importedAt),
          })}
        </p>
      )}
      {total > 0 && <Obstacles obstacles={obstacles} total={total} />}
      {undo.isPending && (
        <ProgressPanel title={t('imports:undo.running')} progress={job.progress} onCancel={job.cancel} />
      )}
    </ConfirmDialog>
  );
}

interface ObstaclesProps {
  readonly obstacles: readonly ImportObstacle[];
  readonly total: number;
}

function Obstacles({ obstacles, total }: ObstaclesProps) {
  const t = useText();
  return (
    <>
      <p className={classes.plain}>{t('imports:undo.refused', { count: total })}</p>
      <DataTable
        caption={t('imports:undo.obstacles')}
        rows={obstacles.slice(0, 12)}
        rowKey={({ id, reason }) => `${id} ${reason}`}
        keepsOrder={total > 12}
        columns={[
          {
            key: 'number',
            header: t('codes:field.number'),
            narrow: true,
            value: ({ number }) => number,
            href: ({ kind }) => (kind === 'referral' ? '/referrals' : '/investigations'),
          },
          {
            key: 'kind',
            header: t('codes:field.kind'),
            narrow: true,
            value: ({ kind }) => t(`imports:record.${kind}`),
          },
          { key: 'reason', header: t('codes:field.reason'), value: ({ reason }) => t(`imports:obstacle.${reason}`) },
        ]}
      />
      {total > 12 && <p className={shared.quiet}>{t('imports:undo.more', { count: total - 12 })}</p>}
    </>
  );
}
