import { ActionIcon, Menu, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import type { CellWords } from '#contract/casework/listCells';
import { useJob } from '../bridge/jobs.ts';
import { useWrite } from '../bridge/queries.ts';
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
export function ListExport<C extends { readonly id: string; readonly header: string }>(props: ListExportProps<C>) {
  const t = useText();
  const { setup } = props;
  const { list } = setup.query;
  const place = useWrite('files.save');
  const { save, job, write } = useExport(props);
  const pick = (format: (typeof formats)[number]) => {
    place.mutate(
      {
        purpose: `list_${endings[format]}`,
        suggestedName: `${t(`lists:export.name.${list}`)}.${endings[format]}`,
      },
      {
        onSuccess: ({ file }) => {
          if (file !== null) write(format, file);
        },
      },
    );
  };
  const failure = place.error?.failure ?? save.error?.failure;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            size={30}
            variant="default"
            loading={place.isPending}
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
        opened={save.isPending || failure !== undefined}
        onClose={() => {
          job.cancel();
          place.reset();
          save.reset();
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

function useExport<C extends { readonly id: string; readonly header: string }>(props: ListExportProps<C>) {
  const { setup, words, counted } = props;
  const t = useText();
  const { locale } = useFormat();
  const job = useJob();
  const save = useWrite('lists.export');
  const { query, columns, shown } = setup;
  const write = (format: (typeof formats)[number], file: { readonly grant: string; readonly name: string }) => {
    save.mutate(
      {
        query,
        columns: leavingColumns(columns, shown).map(({ id, header }) => ({ id, header })),
        words: wordsFor(query.list, words, counted),
        showsSummaries: words.showsSummaries,
        locale,
        format,
        file: file.grant,
        jobId: job.start(),
      },
      {
        onSuccess: ({ rows }) => {
          notifications.show({ message: t('lists:export.done', { count: rows, name: file.name }) });
        },
      },
    );
  };
  return { save, job, write };
}
