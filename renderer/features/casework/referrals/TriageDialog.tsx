import { Radio, Stack, Textarea } from '@mantine/core';
import { riskBand, type RiskBand } from '#contract/ground/codes';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import shared from '../../../ui/Shared.module.css';
import { RiskBandBadge } from '../../../ui/RiskBandBadge.tsx';
import { RefusedFiles } from './RefusedFiles.tsx';
import { draftPlaceOf, undoableRows, type StepProps } from './steps.ts';
import { useKept } from './useKept.ts';
import { useStepTitle } from './useStepTitle.ts';

/** The unit's own band, and with it the deadline of the first action. A referral that has one is scored again. */
export function TriageDialog({ targets: chosen, onClose, onDone }: StepProps) {
  const t = useText();
  const [targets, leaveOut] = useKept(chosen);
  const title = useStepTitle('triage', targets);
  const timeOf = useTimeOf(targets[0]?.unitId);
  const received = [...new Set(targets.flatMap(({ priorityReceived }) => priorityReceived ?? []))];
  const { form, sending } = useMethodForm('referrals.score', {
    values: { band: targets[0]?.riskBand ?? '', on: today(), note: '' },
    toInput: ({ note, ...values }) => ({
      ...values,
      referralIds: targets.map(({ id }) => id),
      ...(note.trim() === '' ? {} : { note }),
    }),
    draft: draftPlaceOf('score', chosen),
    onDone: (moved) => {
      onDone(undoableRows(moved));
    },
  });
  return (
    <FormDialog title={title} submit={t('referrals:triage.submit')} {...sending} onClose={onClose}>
      <RefusedFiles sending={sending} files={{ referralIds: targets }} onLeaveOut={leaveOut} />
      {received.length > 0 && <p>{t('triage:score.received', { priority: received.join(', ') })}</p>}
      <Radio.Group label={t('referrals:triage.band')} {...form.getInputProps('band')}>
        <Stack gap={6} mt={4}>
          {riskBand.options.map((band) => (
            <Radio
              key={band}
              value={band}
              label={
                <>
                  <RiskBandBadge band={band} /> <span className={shared.dimmed}>{timeOf(band)}</span>
                </>
              }
              data-autofocus={band === (form.values.band === '' ? 'imminent' : form.values.band) || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DateField label={t('codes:heading.date')} w={160} {...form.getInputProps('on')} />
      <Textarea
        label={t('codes:field.note')}
        description={t('triage:score.noteHint')}
        autosize
        minRows={1}
        maxRows={5}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}

/** How long each band gives for the first action, as set today. */
function useTimeOf(unitId: string | undefined) {
  const t = useText();
  const periods = useRead('triagePeriods.list', { unitId: unitId ?? '' }, { enabled: unitId !== undefined }).data
    ?.periods;
  return (band: RiskBand) => {
    const period = periods?.find(({ code }) => code === band)?.inForce;
    return period === undefined ? '' : t(`triage:period.${period.measure}`, { count: period.amount });
  };
}
