import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { keepableMeasure, type KeepableMeasure, type NotKept } from '#contract/ledger/notKept';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';

interface NotKeptDialogProps {
  readonly unitId: UnitId;
  /** Those from which a measure may be said not to be kept. */
  readonly months: readonly Month[];
  readonly declared: readonly NotKept[];
  readonly onClose: () => void;
}

/** What this unit does not keep: of that nobody is asked to confirm a zero, and the return says that it is not available. */
export function NotKeptDialog({ unitId, months, declared, onClose }: NotKeptDialogProps) {
  const t = useText();
  const format = useFormat();
  const declare = useWrite('unitMonths.declareNotKept');
  const [from, setFrom] = useState<Month | undefined>(months[0]);
  const heldOf = (measure: KeepableMeasure) => declared.find((each) => each.measure === measure);
  const say = (measure: KeepableMeasure, first: Month | null) => {
    declare.mutate({ unitId, measure, from: first, version: heldOf(measure)?.version ?? null });
  };
  return (
    <Dialog title={t('backlog:notKept.title')} onClose={onClose} size="lg">
      <Stack gap={8}>
        <p className={shared.noteBelow}>{t('backlog:notKept.text')}</p>
        <Choice
          label={t('backlog:notKept.from')}
          maw={240}
          value={from ?? ''}
          options={months.map((month) => ({ value: month, label: format.month(month) }))}
          onChange={(value) => {
            setFrom(months.find((month) => month === value));
          }}
        />
        <DataTable
          caption={t('backlog:notKept.title')}
          rows={keepableMeasure.options}
          rowKey={(measure) => measure}
          columns={[
            {
              key: 'measure',
              header: t('codes:heading.restatedFigure'),
              cell: (measure) => t(`codes:measure.${measure}`),
            },
            {
              key: 'state',
              header: t('codes:field.state'),
              cell: (measure) => {
                const held = heldOf(measure);
                return held === undefined
                  ? t('backlog:notKept.kept')
                  : t('backlog:notKept.since', { month: format.month(held.from) });
              },
            },
            {
              key: 'act',
              header: t('common:action'),
              hidesHeader: true,
              narrow: true,
              cell: (measure) => {
                const isHeld = heldOf(measure) !== undefined;
                const name = t(`codes:measure.${measure}`);
                return (
                  <Button
                    variant="default"
                    size="compact-xs"
                    disabled={declare.isPending || (!isHeld && from === undefined)}
                    aria-label={t(isHeld ? 'backlog:notKept.keepOf' : 'backlog:notKept.leaveOf', { measure: name })}
                    onClick={() => {
                      say(measure, isHeld ? null : (from ?? null));
                    }}
                  >
                    {t(isHeld ? 'backlog:notKept.keep' : 'backlog:notKept.leave')}
                  </Button>
                );
              },
            },
          ]}
        />
        {declare.error !== null && <FailureAlert failure={declare.error.failure} />}
      </Stack>
    </Dialog>
  );
}
