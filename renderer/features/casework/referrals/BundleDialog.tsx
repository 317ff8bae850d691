import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import classes from './Referrals.module.css';
import { useHeads, type Head } from './useHeads.ts';
import { undoableRows, type StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

interface BundleValues {
  readonly headId: string;
  readonly on: string;
}

/** Under which referral: those that may tell of the same are offered first, each with why; others are found by number. */
export function BundleDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const title = useStepTitle('bundle', targets);
  const bundle = useWrite('referrals.bundle');
  const [typed, setTyped] = useState('');
  const heads = useHeads(typed, targets);
  const names = useNames();
  const label = ({ number, unitId }: Head) =>
    names.units.length > 1 ? t('referrals:bundle.ofUnit', { number, unit: names.unitCode(unitId) }) : number;
  const facts = ({ receivedOn, source, externalNumber, reasons }: Head) =>
    [
      t(externalNumber === null ? 'referrals:received' : 'referrals:receivedFrom', {
        on: receivedOn,
        source: t(`codes:referralSource.${source}`),
        number: externalNumber ?? '',
      }),
      ...reasons.map((reason) => t(`referrals:duplicate.reason.${reason}`)),
    ].join(' · ');
  const toInput = ({ headId, on }: BundleValues): Input<'referrals.bundle'> => ({
    headId: headId,
    referralIds: targets.map((row) => row.id),
    on,
  });
  const form = useForm<BundleValues>({
    initialValues: { headId: '', on: today() },
    validate: validateWith(contract['referrals.bundle'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    bundle.mutate(toInput(values), {
      onSuccess: (moved) => {
        onDone(undoableRows(moved));
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={title}
      submit={t('referrals:bundle.submit')}
      isBusy={bundle.isPending}
      isDisabled={form.values.headId === ''}
      failure={bundle.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('referrals:bundle.find')}
        description={t('referrals:bundle.hint')}
        value={typed}
        maxLength={60}
        data-autofocus
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <Radio.Group label={t('referrals:bundle.under')} {...form.getInputProps('headId')}>
        <Stack gap="sm" mt={4}>
          {heads.length === 0 && <p className={classes.none}>{t('lists:noMatch')}</p>}
          {heads.map((row) => (
            <Radio key={row.id} value={row.id} label={label(row)} description={facts(row)} />
          ))}
        </Stack>
      </Radio.Group>
      <DateField label={t('lists:on')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}
