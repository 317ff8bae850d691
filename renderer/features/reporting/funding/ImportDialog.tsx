import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { UnitCodes } from '#contract/reporting/fundingCells';
import { fundingColumns, type Register } from '#contract/reporting/fundingColumns';
import { fundingVerdict, type FundingFileRow, type FundingVerdict } from '#contract/reporting/fundingFiles';
import type { Output } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { cellText } from './cellText.ts';
import classes from './Funding.module.css';
import { useProblemText } from './useProblemText.ts';

interface ImportDialogProps {
  readonly register: Register;
  readonly preview: Output<'funding.previewFile'>;
  readonly units: UnitCodes;
  readonly onClose: () => void;
}

const shownAtMost = 300;
/** What the user must know comes first. */
const order: readonly FundingVerdict[] = ['invalid', 'changed', 'new', 'same'];

/** A file, row by row, before anything of it is written. */
export function ImportDialog({ register, preview, units, onClose }: ImportDialogProps) {
  const t = useText();
  const apply = useWrite('funding.applyFile');
  const { rows, ignored, dropped } = preview;
  const count = (verdict: FundingVerdict): number => rows.filter((each) => each.verdict === verdict).length;
  const written = count('new') + count('changed');
  const told = order.flatMap((verdict) => rows.filter((each) => each.verdict === verdict));
  const more = told.length - shownAtMost;
  const notes = [
    ...(ignored.length > 0 ? [t('funding:files.ignored', { names: ignored.join(', '), count: ignored.length })] : []),
    ...(dropped > 0 ? [t('funding:files.dropped', { count: dropped })] : []),
    ...(more > 0 ? [t('funding:paste.more', { count: more })] : []),
    t('funding:files.blank'),
  ];
  return (
    <Dialog onClose={onClose} size="xl" title={t('funding:files.title', { name: preview.fileName })}>
      <Stack gap="md">
        {apply.error !== null && <FailureAlert failure={apply.error.failure} />}
        <p className={classes.tally} role="status">
          {fundingVerdict.options.map((each) => t(`funding:files.tally.${each}`, { count: count(each) })).join(' · ')}
        </p>
        <FileRows register={register} rows={told.slice(0, shownAtMost)} units={units} />
        {notes.map((note) => (
          <p key={note} className={classes.note}>
            {note}
          </p>
        ))}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            disabled={written === 0}
            loading={apply.isPending}
            data-autofocus
            onClick={() => {
              apply.mutate(
                { previewId: preview.previewId },
                {
                  onSuccess: () => {
                    notifications.show({ message: t('funding:files.done', { count: written }) });
                    onClose();
                  },
                },
              );
            }}
          >
            {t('funding:files.apply', { count: written })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface FileRowsProps {
  readonly register: Register;
  readonly rows: readonly FundingFileRow[];
  readonly units: UnitCodes;
}

function FileRows({ register, rows, units }: FileRowsProps) {
  const t = useText();
  const format = useFormat();
  const problemText = useProblemText();
  const columnOf = (key: string) => fundingColumns[register].find((each) => each.key === key) ?? null;
  const labelOf = (key: string): string => {
    const column = columnOf(key);
    return column === null ? key : format.bilingual(column.label);
  };
  const textOf = (key: string, value: string | number | null): string => {
    const column = columnOf(key);
    return column === null || value === null ? '–' : cellText(column, value, format.locale, units);
  };
  const what = ({ verdict, problems, changes }: FundingFileRow): string => {
    if (verdict === 'invalid')
      return problems
        .map(({ key, problem, text }) => {
          const why = t('common:grid.labelled', { label: labelOf(key), text: problemText(problem, columnOf(key)) });
          return text === '' ? why : `${why} (${text})`;
        })
        .join('; ');
    if (verdict !== 'changed') return '';
    return changes
      .map(({ key, before, after }) =>
        t('common:grid.labelled', { label: labelOf(key), text: `${textOf(key, before)} → ${textOf(key, after)}` }),
      )
      .join('; ');
  };
  return (
    <DataTable
      caption={t('funding:files.rows')}
      rows={rows}
      rowKey={({ line }) => line}
      isMuted={({ verdict }) => verdict === 'same'}
      columns={[
        { key: 'line', header: t('funding:files.line'), cell: ({ line }) => line, align: 'end', narrow: true },
        { key: 'code', header: t('funding:files.code'), cell: ({ code }) => code, narrow: true },
        {
          key: 'verdict',
          header: t('funding:files.verdict'),
          cell: ({ verdict }) => t(`funding:files.${verdict}`),
          narrow: true,
        },
        { key: 'what', header: t('funding:files.what'), cell: what },
      ]}
    />
  );
}
