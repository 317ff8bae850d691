import type { TaskRow } from '#contract/casework/tasks';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import type { FilePartProps } from '../fileParts.ts';
import { FileSection } from '../FileSection.tsx';
import { latest } from '../../../../lib/latest.ts';
import { TaskDialog } from './TaskDialog.tsx';

/** What is to be done in the file and what was, open ones first. */
export function Tasks({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const names = useNames();
  const read = useRead('tasks.list', { investigationId: investigation.id });
  const tasks = read.data?.tasks ?? [];
  return (
    <FileSection
      title={t('codes:paperSection.tasks')}
      words={t('investigations:add.words.tasks')}
      action={t('fileWork:tasks.add')}
      keys="T"
      read={read}
      isEmpty={tasks.length === 0}
      dialog={(close, row: TaskRow | null) => (
        <TaskDialog file={investigation} task={latest(tasks, row)} onClose={close} />
      )}
    >
      {(open) => (
        <DataTable
          caption={t('codes:paperSection.tasks')}
          rows={tasks}
          rowKey={(row) => row.id}
          isMuted={(row) => row.doneOn !== null}
          columns={[
            { key: 'what', header: t('fileWork:tasks.what'), value: (row) => row.what },
            {
              key: 'owner',
              header: t('codes:field.riskOwner'),
              narrow: true,
              value: (row) => (row.owner === null ? t('fileWork:tasks.lead') : names.person(row.owner)),
            },
            { key: 'due', header: t('fileWork:tasks.dueOn'), narrow: true, value: (row) => row.dueOn },
            {
              key: 'done',
              header: t('fileWork:tasks.doneOn'),
              narrow: true,
              value: (row) => row.doneOn ?? t('codes:field.what'),
            },
            actionColumn({
              label: t('common:change'),
              name: (row) => t('common:changeFor', { name: row.what }),
              run: open,
            }),
          ]}
        />
      )}
    </FileSection>
  );
}
