import { Button, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { HoldRow } from '#contract/custody/retention';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Records.module.css';

/** Files that no purge reaches, by number. */
export function HoldsTab() {
  const t = useText();
  const { data, error } = useRead('retention.holds', { filter: {} });
  const mayPlace = useHasRole('records_officer');
  const [isPlacing, placing] = useDisclosure();
  const [released, release] = useOpened<HoldRow>();
  const place = () => {
    if (mayPlace) placing.open();
  };
  useScreenKeys([{ keys: 'N', label: t('records:keeping.hold'), run: place }]);
  return (
    <section aria-label={t('records:holds.title')}>
      {error !== null && <FailureAlert failure={error.failure} />}
      <div className={classes.toolbar}>
        <h2 className={shared.heading}>{t('records:holds.title')}</h2>
        {mayPlace && (
          <Button rightSection={<KeyHint keys="N" />} onClick={place}>
            {t('records:keeping.hold')}
          </Button>
        )}
      </div>
      <p className={classes.note}>{t('records:holds.text')}</p>
      {data?.holds.length === 0 && <EmptyState title={t('records:holds.empty')} text={t('records:holds.emptyText')} />}
      {data !== undefined && data.holds.length > 0 && <HoldTable rows={data.holds} onRelease={release.open} />}
      {isPlacing && <PlaceDialog onClose={placing.close} />}
      {released !== null && <ReleaseDialog hold={released} onClose={release.close} />}
    </section>
  );
}

interface HoldTableProps {
  readonly rows: readonly HoldRow[];
  readonly onRelease: (hold: HoldRow) => void;
}

function HoldTable({ rows, onRelease }: HoldTableProps) {
  const t = useText();
  const { unitCode, fileNumber } = useNames();
  const mayRelease = useHasRole('supervisor', 'records_officer');
  return (
    <DataTable
      caption={t('records:holds.title')}
      rows={rows}
      rowKey={(row) => row.file.id}
      columns={[
        { key: 'number', header: t('codes:field.number'), narrow: true, value: fileNumber },
        { key: 'kind', header: t('codes:field.kind'), value: (row) => t(`codes:fileKind.${row.file.kind}`) },
        { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => unitCode(row.unitId) },
        { key: 'since', header: t('codes:field.since'), narrow: true, value: (row) => row.placedOn },
        { key: 'by', header: t('codes:field.by'), value: (row) => row.by },
        { key: 'reason', header: t('codes:field.reason'), value: (row) => row.reason },
        {
          key: 'release',
          header: t('records:keeping.release'),
          hidesHeader: true,
          narrow: true,
          cell: (row) =>
            mayRelease && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('records:holds.releaseFor', { number: fileNumber(row) })}
                onClick={() => {
                  onRelease(row);
                }}
              >
                {t('records:keeping.release')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { units } = useNames();
  const { form, sending } = useMethodForm('retention.holdNumber', {
    values: { unitId: units[0]?.id ?? '', number: '', reason: '' },
    toInput: ({ unitId, number, reason }) => ({ unitId: unitId, number: number.trim(), reason }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('records:keeping.hold')}
      submit={t('records:keeping.holdSubmit')}
      {...sending}
      onClose={onClose}
    >
      {units.length > 1 && (
        <Choice
          label={t('codes:heading.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
          {...form.getInputProps('unitId')}
        />
      )}
      <TextInput
        label={t('admin:audit.file')}
        description={t('records:holds.numberHint')}
        data-autofocus
        {...form.getInputProps('number')}
      />
      <Textarea label={t('codes:field.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

function ReleaseDialog({ hold, onClose }: { readonly hold: HoldRow; readonly onClose: () => void }) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm('retention.release', {
    values: { reason: '' },
    toInput: ({ reason }) => ({ file: hold.file, reason }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('records:keeping.releaseTitle', { number: fileNumber(hold) })}
      submit={t('records:keeping.releaseSubmit')}
      {...sending}
      onClose={onClose}
    >
      <Textarea label={t('codes:field.reason')} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
