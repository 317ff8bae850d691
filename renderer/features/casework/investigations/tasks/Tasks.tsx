import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TaskRow } from '#contract/casework/tasks';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import type { FileSectionProps } from '../fileParts.ts';
import fileClasses from '../Investigations.module.css';
import { SectionHead } from '../SectionHead.tsx';
import { TaskDialog } from './TaskDialog.tsx';

/** What is to be done in the file and what was, open ones first. */
export function Tasks({ detail: { investigation } }: FileSectionProps) {
  const t = useText();
  const names = useNames();
  const read = useRead('tasks.list', { investigationId: investigation.id });
  const [open, setOpen] = useState<TaskRow | 'new' | null>(null);
  const tasks = read.data?.tasks ?? [];
  return (
    <section className={fileClasses.section} aria-label={t('fileWork:tasks.title')}>
      <SectionHead
        title={t('fileWork:tasks.title')}
        action={t('fileWork:tasks.add')}
        keys="T"
        onAction={() => {
          setOpen('new');
        }}
      />
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {read.data !== undefined && tasks.length === 0 && <p className={fileClasses.none}>{t('fileWork:tasks.none')}</p>}
      {tasks.length > 0 && (
        <DataTable
          caption={t('fileWork:tasks.title')}
          rows={tasks}
          rowKey={(row) => row.id}
          isMuted={(row) => row.doneOn !== null}
          columns={[
            { key: 'what', header: t('fileWork:tasks.what'), cell: (row) => row.what },
            {
              key: 'owner',
              header: t('fileWork:tasks.owner'),
              cell: (row) => (row.owner === null ? t('fileWork:tasks.lead') : names.person(row.owner)),
            },
            { key: 'due', header: t('fileWork:tasks.dueOn'), narrow: true, cell: (row) => row.dueOn ?? '' },
            {
              key: 'done',
              header: t('fileWork:tasks.doneOn'),
              narrow: true,
              cell: (row) => row.doneOn ?? t('fileWork:tasks.open'),
            },
            {
              key: 'change',
              header: t('fileWork:change'),
              hidesHeader: true,
              narrow: true,
              cell: (row) => (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('fileWork:changeFor', { name: row.what })}
                  onClick={() => {
                    setOpen(row);
                  }}
                >
                  {t('fileWork:change')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open !== null && (
        <TaskDialog
          file={investigation}
          task={open === 'new' ? null : open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}
