import { Button, Group, Menu } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import type { FiscalYear } from '#contract/ground/dates';
import type { UnitCodes } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';
import type { AgreementId, FileGrant } from '#contract/ground/ids';
import { useDroppedFile } from '../../../bridge/droppedFile.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DropArea } from '../../../ui/DropArea.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Funding.module.css';
import { ImportDialog } from './ImportDialog.tsx';

interface FileActionsProps {
  readonly grid: { readonly agreementId: AgreementId; readonly register: Register; readonly fiscalYear: FiscalYear };
  readonly units: UnitCodes;
  /** What is typed and not saved would be neither compared nor exported. */
  readonly isDisabled: boolean;
}

const formats = ['xlsx', 'csv'] as const;

/** A file on its way in, chosen in the dialog or dropped on the page, and what it would change. */
function useIncoming(grid: FileActionsProps['grid']) {
  const choose = useWrite('files.choose');
  const dropped = useDroppedFile();
  const preview = useWrite('funding.previewFile');
  const take = ({ grant }: { readonly grant: FileGrant }) => {
    preview.mutate({ ...grid, file: grant });
  };
  return {
    preview,
    isPending: choose.isPending || dropped.isPending || preview.isPending,
    failures: [choose, dropped, preview].flatMap(({ error }) => error?.failure ?? []),
    pick: () => {
      dropped.reset();
      choose.mutate(
        { purpose: 'funding' },
        {
          onSuccess: ({ file }) => {
            if (file !== null) take(file);
          },
        },
      );
    },
    drop: (content: File) => {
      choose.reset();
      dropped.mutate(content, { onSuccess: take });
    },
  };
}

/** A grid from a file and to a file, with the same headings both ways. */
export function FileActions({ grid, units, isDisabled }: FileActionsProps) {
  const t = useText();
  const { locale } = useFormat();
  const incoming = useIncoming(grid);
  const { preview } = incoming;
  const { save, isPending, written, name, failure: notSaved } = useSaveAs('funding.exportFile');
  const failure = incoming.failures[0] ?? notSaved;
  const write = (format: (typeof formats)[number]) => {
    save(
      { purpose: `funding_${format}`, suggestedName: `${t(`codes:register.${grid.register}`)}.${format}` },
      (file) => ({ ...grid, file, format, locale }),
    );
  };
  return (
    <Group gap={8} justify="flex-end">
      <span role="status" className={classes.note}>
        {written !== undefined && t('funding:files.saved', { name })}
        {isDisabled && t('funding:files.saveFirst')}
      </span>
      {!isDisabled && (
        <DropArea isBusy={incoming.isPending} onFile={incoming.drop}>
          <span className={classes.note}>{t('funding:files.drop')}</span>
        </DropArea>
      )}
      <Button
        variant="default"
        size="compact-sm"
        disabled={isDisabled}
        loading={incoming.isPending}
        leftSection={<IconUpload size={14} stroke={1.75} aria-hidden />}
        onClick={incoming.pick}
      >
        {t('funding:files.import')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            disabled={isDisabled}
            loading={isPending}
            leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
          >
            {t('funding:files.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('funding:files.export')}>
          {formats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() => {
                write(format);
              }}
            >
              {t(`funding:files.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {preview.data !== undefined && (
        <ImportDialog
          register={grid.register}
          preview={preview.data}
          units={units}
          onClose={() => {
            preview.reset();
          }}
        />
      )}
    </Group>
  );
}
