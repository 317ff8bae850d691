import { ActionIcon, Menu, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import type { CellWords } from '#contract/casework/listCells';
import { useJob } from '../bridge/jobs.ts';
import { useSaveAs } from '../bridge/saveAs.ts';
import { useText } from '../i18n/text.ts';
import { wordsFor, type CountedWords } from '../lib/useCellWords.ts';
import { useFormat } from '../lib/useFormat.ts';
import { leavingColumns, type ListSetup } from '../lib/useListSetup.ts';
import { FailureAlert } from './FailureAlert.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';

interface ListExportProps<C> {
  readonly setup: ListSetup<C>;
  readonly words: CellWords;
  readonly counted: CountedWords;
}

const formats = ['xlsx', 'csv', 'csv_semicolon'] as const;
const endings = { xlsx: 'xlsx', csv: 'csv', csv_semicolon: 'csv' } as const;

/** What the list shows, all of it: the same rows, order, columns and words, to a file. */
export function ListExport<C extends { readonly id: string; readonly header: string }>({
  setup,
  words,
  counted,
}: ListExportProps<C>) {
  const t = useText();
  const { query, columns, shown } = setup;
  const { locale } = useFormat();
  const job = useJob();
  const { save, isPending, isWriting, failure, reset } = useSaveAs('lists.export');
  const pick = (format: (typeof formats)[number]) => {
    save(
      {
        purpose: `list_${endings[format]}`,
        suggestedName: `${t(`lists:export.name.${query.list}`)}.${endings[format]}`,
      },
      (file) => ({
        query,
        columns: leavingColumns(columns, shown).map(({ id, header }) => ({ id, header })),
        words: wordsFor(query.list, words, counted),
        showsSummaries: words.showsSummaries,
        locale,
        format,
        file,
        jobId: job.start(),
      }),
      ({ rows }, { name }) => {
        notifications.show({ message: t('lists:export.done', { count: rows, name }) });
      },
    );
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size={30}
            variant="default"
            loading={isPending}
            aria-label={t('lists:export.button')}
            title={t('lists:export.button')}
          >
            <IconDownload size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() => {
                pick(format);
              }}
            >
              {t(`lists:export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={isWriting || failure !== undefined}
        onClose={() => {
          job.cancel();
          reset();
        }}
        title={t('lists:export.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack>
          {failure === undefined ? (
            <ProgressPanel title={t('lists:export.title')} progress={job.progress} onCancel={job.cancel} />
          ) : (
            <FailureAlert failure={failure} />
          )}
        </Stack>
      </Modal>
    </>
  );
}
