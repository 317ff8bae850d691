import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { z } from 'zod';
import { riskBand, type RiskBand } from '#contract/codes';
import { civilDate } from '#contract/dates';
import type { Failure } from '#contract/errors';
import type { ReferralRow } from '#contract/referrals';
import { failureOf } from '../../bridge/bridge.ts';
import { useWrite } from '../../bridge/queries.ts';
import { useText } from '../../i18n/text.ts';
import { today } from '../../lib/today.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../ui/formErrors.tsx';
import { RiskBandBadge } from './RiskBandBadge.tsx';
import type { StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

const triage = z.object({ band: riskBand, on: civilDate });

/** The unit's own band and, where it was only received, the state. A referral that has one is scored again. */
export function TriageDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const title = useStepTitle('triage', targets);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const triageOne = useTriage();
  const form = useForm({
    initialValues: { band: targets[0]?.riskBand ?? '', on: today() },
    validate: validateWith(triage),
  });
  const submit = form.onSubmit((values) => {
    const parsed = triage.parse(values);
    setIsBusy(true);
    void (async () => {
      try {
        for (const row of targets) await triageOne(row, parsed.band, parsed.on);
        onDone();
      } catch (error) {
        setFailure(failureOf(error));
        form.setErrors(fieldErrors(failureOf(error)));
        setIsBusy(false);
      }
    })();
  }, focusFirstError);
  return (
    <FormDialog
      title={title}
      submit={t('referrals:triage.submit')}
      isBusy={isBusy}
      failure={failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label={t('referrals:triage.band')} {...form.getInputProps('band')}>
        <Stack gap={6} mt={4}>
          {riskBand.options.map((band, index) => (
            <Radio
              key={band}
              value={band}
              label={<RiskBandBadge band={band} />}
              data-autofocus={band === (form.values.band === '' ? 'imminent' : form.values.band) || undefined}
              data-index={index}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DateField label={t('lists:on')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}

function useTriage() {
  const edit = useWrite('referrals.edit');
  const move = useWrite('referrals.move');
  return async (row: ReferralRow, band: RiskBand, on: string) => {
    const { id: referralId, externalNumber, priorityReceived, summary } = row;
    let { version } = row;
    if (band !== row.riskBand) {
      const facts = { externalNumber, priorityReceived, summary, riskBand: band };
      ({ version } = await edit.mutateAsync({ referralId, version, ...facts }));
    }
    if (row.state === 'received') await move.mutateAsync({ referralId, version, to: 'triaged', on });
  };
}
