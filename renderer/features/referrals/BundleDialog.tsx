import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { contract, type Input } from '#contract/index';
import type { ReferralRow } from '#contract/referrals';
import { useRead, useWrite } from '../../bridge/queries.ts';
import { useText } from '../../i18n/text.ts';
import { today } from '../../lib/today.ts';
import { DateField } from '../../ui/DateField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../ui/formErrors.tsx';
import classes from './Referrals.module.css';
import { undoableRows, type StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

interface BundleValues {
  readonly headId: string;
  readonly on: string;
}

/** Under which referral: those with the same external number are offered first, then the latest; others are found by number. */
export function BundleDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const title = useStepTitle('bundle', targets);
  const bundle = useWrite('referrals.bundle');
  const [typed, setTyped] = useState('');
  const heads = useHeads(typed, targets);
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
            <Radio
              key={row.id}
              value={row.id}
              label={row.number}
              description={t('referrals:receivedFrom', {
                on: row.receivedOn,
                source: t(`codes:referralSource.${row.source}`),
                number: row.externalNumber ?? t('common:none'),
              })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DateField label={t('lists:on')} w={160} {...form.getInputProps('on')} />
    </FormDialog>
  );
}

/** What is bundled already cannot be a head, nor can what is to be bundled. */
function useHeads(typed: string, targets: readonly ReferralRow[]): readonly ReferralRow[] {
  const [number] = useDebouncedValue(typed.trim(), 150);
  const same = useFound(number === '' ? (targets[0]?.externalNumber ?? '') : number);
  const recent = useFound('');
  const own = new Set(targets.map((row) => row.id));
  const canLead = (row: ReferralRow) => row.state !== 'bundled' && !own.has(row.id);
  const found = same.filter(canLead);
  return (found.length === 0 && number === '' ? recent.filter(canLead) : found).slice(0, 6);
}

function useFound(number: string): readonly ReferralRow[] {
  const filter = number === '' ? {} : { numberStartsWith: number };
  const sort = { column: 'receivedOn', descending: true } as const;
  const found = useRead('referrals.list', { filter, sort, from: { at: 'start' }, size: 20 }, { keepPrevious: true });
  return found.data?.rows ?? [];
}
