import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { caseMeasure, type Measure } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';
import { countedMeasures, type MonthFigures } from './monthState.ts';

const statuses = ['complete', 'partial', 'not_available'] as const;
const measuresOf = {
  all: [...countedMeasures, ...caseMeasure.options],
  enforcement: ['arrests', 'charges_laid'],
  case: caseMeasure.options,
} as const satisfies Record<string, readonly Measure[]>;
const parts = ['all', 'enforcement', 'case'] as const;

interface ConfirmMonthProps {
  readonly unitId: UnitId;
  readonly figures: MonthFigures;
  readonly onClose: () => void;
}

/** The supervisor's word on what was counted: without it a blank is no zero, and the return waits. */
export function ConfirmMonth({ unitId, figures, onClose }: ConfirmMonthProps) {
  const t = useText();
  const format = useFormat();
  const confirm = useWrite('unitMonths.confirm');
  const [part, setPart] = useState<(typeof parts)[number]>('all');
  const [status, setStatus] = useState<(typeof statuses)[number]>('complete');
  const month = format.month(figures.month);
  const measures = measuresOf[part].filter((measure) => !figures.notKept.has(measure));
  return (
    <ConfirmDialog
      title={t('backlog:confirm.title', { month })}
      confirm={t(`backlog:confirm.${status}.action`, { month })}
      isBusy={confirm.isPending}
      failure={confirm.error?.failure}
      onClose={onClose}
      onConfirm={() => {
        confirm.mutate(
          {
            unitId,
            month: figures.month,
            status,
            measures: [...measures],
          },
          { onSuccess: onClose },
        );
      }}
    >
      <Stack gap={8}>
        <p className={shared.noteBelow}>{t('backlog:confirm.text')}</p>
        <Radio.Group
          label={t('backlog:months.state')}
          value={part}
          onChange={(value) => {
            setPart(parts.find((each) => each === value) ?? 'all');
          }}
        >
          <Stack gap={8}>
            {parts.map((value) => (
              <Radio key={value} value={value} label={t(`backlog:confirm.part.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Counts figures={figures} measures={measures} />
        {figures.notKept.size > 0 && (
          <p className={shared.noteBelow}>
            {t('backlog:notKept.leftOut', {
              measures: [...figures.notKept].map((measure) => t(`codes:measure.${measure}`)).join(', '),
            })}
          </p>
        )}
        <Radio.Group
          label={t('codes:field.state')}
          value={status}
          onChange={(value) => {
            setStatus(statuses.find((each) => each === value) ?? 'complete');
          }}
        >
          <Stack gap={8}>
            {statuses.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`codes:valueStatus.${value}`)}
                description={t(`backlog:confirm.${value}.text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </ConfirmDialog>
  );
}

interface CountsProps {
  readonly figures: MonthFigures;
  readonly measures: readonly Measure[];
}

/** What will be confirmed, figure by figure. */
function Counts({ figures, measures }: CountsProps) {
  const t = useText();
  const format = useFormat();
  return (
    <ul className={classes.counts}>
      {measures.map((measure) => {
        const value = figures.cells.get(measure)?.value ?? null;
        return (
          <li key={measure}>
            {t(`codes:measure.${measure}`)}
            <span className={value === null ? shared.dimmed : undefined}>
              {value === null ? t('backlog:confirm.noneCounted') : format.number(value)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
