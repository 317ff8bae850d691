import { Button } from '@mantine/core';
import { IconFolder, IconRefreshAlert } from '@tabler/icons-react';
import type { InvestigationId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useFolderWrite } from '../../../bridge/folderWrite.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Papers.module.css';
import { TreatmentBadge } from './recordColumns.tsx';
import { useGrounds } from './useGrounds.ts';

interface IssuedPaperProps {
  readonly investigationId: InvestigationId;
  readonly detail: Output<'papers.get'>;
}

/** What was sent, to whom and when, and whether each record has changed since. */
export function IssuedPaper({ investigationId, detail }: IssuedPaperProps) {
  const t = useText();
  const format = useFormat();
  const grounds = useGrounds();
  const { paper, issued, since } = detail;
  const changes = since === null ? 0 : since.added + since.changed + since.removed;
  return (
    <div className={classes.issued}>
      {paper.issued !== null && (
        <p>
          {t('papers:issued.sent', {
            on: paper.issued.on,
            recipient: paper.recipient,
            by: paper.issued.by,
            at: format.instant(paper.issued.at),
          })}
        </p>
      )}
      {since !== null && changes > 0 && (
        <Notice tone="dueSoon" icon={IconRefreshAlert} title={t('papers:changedSince', { count: changes })}>
          {t('papers:issued.since', { ...since })}
        </Notice>
      )}
      <ExportAgain investigationId={investigationId} detail={detail} />
      <h2>{t('codes:field.records')}</h2>
      <DataTable
        caption={t('codes:field.records')}
        rows={issued}
        rowKey={(row) => row.id}
        columns={[
          { key: 'number', header: t('papers:column.number'), narrow: true, value: (row) => row.number },
          {
            key: 'treatment',
            header: t('codes:field.treatment'),
            narrow: true,
            cell: (row) => <TreatmentBadge treatment={row.treatment} />,
          },
          {
            key: 'section',
            header: t('codes:field.part'),
            value: (row) => t(`codes:paperSection.${row.section}`),
          },
          { key: 'on', header: t('codes:heading.date'), narrow: true, value: (row) => row.on },
          { key: 'ground', header: t('codes:field.ground'), value: (row) => grounds.nameOf(row.ground) },
          { key: 'remark', header: t('common:remark'), value: (row) => row.remark },
          { key: 'now', header: t('common:now'), value: (row) => t(`papers:standing.${row.standing}`) },
        ]}
      />
      <h2>{t('papers:issued.files')}</h2>
      <DataTable
        caption={t('papers:issued.files')}
        rows={paper.issued?.files ?? []}
        rowKey={(row) => row.name}
        columns={[
          { key: 'name', header: t('common:computerFile'), narrow: true, value: (row) => row.name },
          { key: 'sha', header: 'SHA-256', cell: (row) => <code className={classes.digest}>{row.sha256}</code> },
        ]}
      />
    </div>
  );
}

function ExportAgain({ investigationId, detail: { paper } }: IssuedPaperProps) {
  const t = useText();
  const { run, isChoosing, isWriting, failure, written } = useFolderWrite('papers.export', (folder) => ({
    investigationId,
    paperId: paper.id,
    folder,
  }));
  return (
    <>
      {failure !== null && <FailureAlert failure={failure} />}
      <p className={shared.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFolder size={14} stroke={1.75} />}
          loading={isChoosing || isWriting}
          onClick={run}
        >
          {t('papers:issued.again')}
        </Button>
        <span role="status">{written !== undefined && t('papers:issued.written', { folder: written.folderName })}</span>
      </p>
    </>
  );
}
