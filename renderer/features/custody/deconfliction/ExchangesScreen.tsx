import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ExchangeRow } from '#contract/custody/deconfliction';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { BeginDialog } from './BeginDialog.tsx';
import { ExchangeItem } from './ExchangeItem.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Exchanges.module.css';
import { KeyFileDialog } from './KeyFileDialog.tsx';
import { Reading } from './Reading.tsx';
import { useReadFile } from './useReadFile.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';

interface EndDialogProps {
  readonly exchange: ExchangeRow;
  readonly onClose: () => void;
}

function EndDialog({ exchange: { id, version, name }, onClose }: EndDialogProps) {
  const t = useText();
  const end = useWrite('exchanges.end');
  return (
    <ConfirmDialog
      title={t('exchanges:end.title', { name })}
      confirm={t('exchanges:end.submit')}
      isDangerous
      isBusy={end.isPending}
      failure={end.error?.failure}
      onConfirm={() => {
        end.mutate({ exchangeId: id, version }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {t('exchanges:end.text')}
    </ConfirmDialog>
  );
}

const isOver = ({ state }: ExchangeRow): boolean => state === 'expired' || state === 'ended';

/** Identifiers compared with other units by keyed hashes: the exchanges, and a request or reply while it is looked at. */
export function ExchangesScreen() {
  const t = useText();
  const [open, dialog] = useOpened<'begin' | 'key' | ExchangeRow>();
  const { data, error } = useRead('exchanges.list', {});
  const { read, isBusy, failure, choose, putAway } = useReadFile();
  const close = dialog.close;
  useScreenKeys([
    { keys: 'N', label: t('exchanges:begin.button'), run: dialog.opener('begin') },
    { keys: 'K', label: t('exchanges:key.button'), run: dialog.opener('key') },
    { keys: 'O', label: t('exchanges:read.button'), run: choose },
  ]);
  const exchanges = data?.exchanges ?? [];
  const beginButton = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} />}
      rightSection={<KeyHint keys="N" />}
      onClick={dialog.opener('begin')}
    >
      {t('exchanges:begin.button')}
    </Button>
  );
  const keyButton = (
    <Button variant="default" rightSection={<KeyHint keys="K" />} onClick={dialog.opener('key')}>
      {t('exchanges:key.button')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('exchanges:nav')}
        context={t('exchanges:context')}
        actions={
          exchanges.length > 0 && (
            <>
              <Button variant="default" rightSection={<KeyHint keys="O" />} onClick={choose} loading={isBusy}>
                {t('exchanges:read.button')}
              </Button>
              {keyButton}
              {beginButton}
            </>
          )
        }
      />
      <div className={classes.page}>
        {error !== null && <FailureAlert failure={error.failure} />}
        {failure !== null && <FailureAlert failure={failure} onClose={putAway} />}
        {data?.exchanges.length === 0 && (
          <EmptyState
            title={t('exchanges:empty.title')}
            text={t('exchanges:empty.text')}
            action={
              <Group gap="8px 12px">
                {beginButton}
                {keyButton}
              </Group>
            }
          />
        )}
        {read !== null && <Reading key={read.file} {...read} onPutAway={putAway} />}
        <ExchangeList
          title={t('exchanges:current')}
          rows={exchanges.filter((row) => !isOver(row))}
          onEnd={dialog.open}
        />
        <ExchangeList title={t('exchanges:past')} rows={exchanges.filter(isOver)} onEnd={dialog.open} />
      </div>
      {open === 'begin' && <BeginDialog onClose={close} />}
      {open === 'key' && <KeyFileDialog onClose={close} />}
      {open !== null && typeof open === 'object' && <EndDialog exchange={open} onClose={close} />}
    </>
  );
}

interface ExchangeListProps {
  readonly title: string;
  readonly rows: readonly ExchangeRow[];
  readonly onEnd: (exchange: ExchangeRow) => void;
}

function ExchangeList({ title, rows, onEnd }: ExchangeListProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={shared.headingAbove}>{title}</h2>
      <ul className={classes.shared}>
        {rows.map((row) => (
          <ExchangeItem key={row.id} exchange={row} onEnd={onEnd} />
        ))}
      </ul>
    </section>
  );
}
