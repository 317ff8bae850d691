import { Button, Group, Stack } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import classes from './Funding.module.css';
import type { PastedCell } from './paste.ts';
import { useProblemText } from './useProblemText.ts';
import { Dialog } from '../../../ui/Dialog.tsx';

interface PasteDialogProps {
  readonly cells: readonly PastedCell[];
  readonly nameOf: (row: number) => string;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

const shownAtMost = 200;

/** A pasted block, cell by cell, before anything of it is in the grid. */
export function PasteDialog({ cells, nameOf, onApply, onClose }: PasteDialogProps) {
  const t = useText();
  const format = useFormat();
  const problemText = useProblemText();
  const count = (verdict: PastedCell['verdict']): number => cells.filter((each) => each.verdict === verdict).length;
  const changes = count('changes');
  // What is refused comes first: it is what the user must know.
  const told = [
    ...cells.filter((each) => each.verdict === 'refused'),
    ...cells.filter((each) => each.verdict === 'changes'),
  ];
  const more = told.length - shownAtMost;
  return (
    <Dialog onClose={onClose} size="xl" title={t('funding:paste.title')}>
      <Stack gap="md">
        <p className={classes.tally} role="status">
          {[
            t('funding:paste.changes', { count: changes }),
            t('funding:paste.same', { count: count('same') }),
            t('funding:paste.refused', { count: count('refused') }),
          ].join(' · ')}
        </p>
        {told.length === 0 ? (
          <p>{t('funding:paste.nothing')}</p>
        ) : (
          <DataTable
            caption={t('funding:paste.title')}
            rows={told.slice(0, shownAtMost)}
            rowKey={({ row, column, text }) => `${String(row)} ${column?.key ?? text}`}
            columns={[
              {
                key: 'where',
                header: t('funding:paste.where'),
                cell: ({ row, column }) =>
                  column === null ? nameOf(row) : `${nameOf(row)} · ${format.bilingual(column.label)}`,
              },
              { key: 'before', header: t('common:now'), cell: ({ before }) => before, align: 'end' },
              { key: 'after', header: t('funding:paste.after'), cell: ({ text }) => text, align: 'end' },
              {
                key: 'outcome',
                header: t('funding:files.verdict'),
                cell: ({ problem, column }) =>
                  problem === null
                    ? t('funding:paste.change')
                    : t('funding:paste.refuse', { reason: problemText(problem, column) }),
              },
            ]}
          />
        )}
        {more > 0 && <p className={classes.note}>{t('funding:paste.more', { count: more })}</p>}
        <p className={classes.note}>
          {t('funding:paste.blank')} {t('funding:paste.saveLater')}
        </p>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button disabled={changes === 0} onClick={onApply} data-autofocus>
            {t('funding:paste.apply', { count: changes })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
