import { Button, Group, Stack } from '@mantine/core';
import type { RunningClock } from '#contract/casework/authorities';
import { call } from '../bridge/bridge.ts';
import { usePreferences } from '../bridge/preferences.ts';
import { useSaveAs } from '../bridge/saveAs.ts';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import { useNames } from '../lib/useNames.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureAlert } from '../ui/FailureAlert.tsx';
import { lockNow } from './lock.ts';

interface LeavingDialogProps {
  readonly rows: readonly RunningClock[];
  readonly to: 'lock' | 'quit';
  readonly onStay: () => void;
}

/** Before one locks or leaves: which deadlines in hours run, and a page of them for the next shift. */
export function LeavingDialog({ rows, to, onStay }: LeavingDialogProps) {
  const t = useText();
  const format = useFormat();
  const names = useNames();
  const leave = () => {
    if (to === 'lock') lockNow();
    else call('app.quit', {}).catch(() => undefined);
  };
  return (
    <Dialog title={t('shell:clocks.running', { count: rows.length })} size="xl" onClose={onStay}>
      <Stack gap="md">
        <p>{t('shell:clocks.silent')}</p>
        <DataTable
          caption={t('shell:clocks.running', { count: rows.length })}
          rows={rows}
          rowKey={({ id }) => id}
          keepsOrder
          columns={[
            {
              key: 'dueAt',
              header: t('referrals:column.due'),
              value: ({ dueAt }) => format.instant(dueAt),
              narrow: true,
            },
            { key: 'number', header: t('codes:field.number'), value: names.fileNumber, narrow: true },
            {
              key: 'owner',
              header: t('codes:field.owner'),
              value: ({ assignedTo }) =>
                assignedTo === null ? t('codes:waitingState.unassigned') : names.person(assignedTo),
            },
            {
              key: 'reported',
              header: t('codes:term.childProtectionReport'),
              value: ({ what, isReported }) =>
                what === 'decision' ? null : t(isReported ? 'shell:clocks.reported' : 'shell:clocks.missing'),
              none: t('shell:clocks.afterDecision'),
            },
          ]}
        />
        <Group justify="flex-end" gap="sm">
          <SavePage />
          <Button variant="default" onClick={onStay}>
            {t('shell:clocks.stay')}
          </Button>
          <Button onClick={leave} data-autofocus>
            {t(`shell:clocks.${to}`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** One page for the next shift, without any text of a case. */
function SavePage() {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { save, isPending, written, failure } = useSaveAs('due.printRunning');
  const print = () => {
    save({ purpose: 'paper_pdf', suggestedName: `${t('shell:clocks.fileName')}.pdf` }, (file) => ({ file, locale }));
  };
  return (
    <>
      {failure !== undefined && <FailureAlert failure={failure} />}
      <span role="status">{written !== undefined && t('common:savedNow')}</span>
      <Button variant="default" loading={isPending} onClick={print}>
        {t('shell:clocks.save')}
      </Button>
    </>
  );
}
