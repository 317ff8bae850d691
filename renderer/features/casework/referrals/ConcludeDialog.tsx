import { Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { z } from 'zod';
import { freeText } from '#contract/ground/common';
import { civilDate } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { useFollowDay } from '../../../ui/useFollowDay.ts';
import { useStepTitle } from './useStepTitle.ts';
import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { Input, Output } from '#contract/index';
import type { ReferralRow } from '#contract/casework/referrals';
import { failureOf } from '../../../bridge/bridge.ts';
import { useWrite } from '../../../bridge/queries.ts';
import type { Undoable } from '../../../ui/useUndo.tsx';
import { undoableRows, type StepProps } from './steps.ts';

type Move = Omit<Input<'referrals.move'>, 'referralId' | 'version'>;

interface Moves {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly moveAll: (targets: readonly ReferralRow[], move: Move) => void;
}

/** One referral after the other; the first that is refused stops the rest, and its message is shown. */
function useMoves(onDone: (undoable: Undoable) => void, onFailure: (failure: Failure) => void): Moves {
  const { mutateAsync } = useWrite('referrals.move');
  const [state, setState] = useState<{ isBusy: boolean; failure: Failure | null }>({ isBusy: false, failure: null });

  const run = async (targets: readonly ReferralRow[], move: Move) => {
    setState({ isBusy: true, failure: null });
    try {
      const rows: Output<'referrals.assign'>['rows'] = [];
      for (const row of targets) {
        const { version } = await mutateAsync({ referralId: row.id, version: row.version, ...move });
        rows.push({ id: row.id, version });
      }
      onDone(undoableRows({ rows }));
    } catch (error) {
      const failure = failureOf(error);
      setState({ isBusy: false, failure });
      onFailure(failure);
    }
  };
  return {
    ...state,
    moveAll: (targets, move) => {
      void run(targets, move);
    },
  };
}

const outcomes = z.enum(['concluded', 'not_viable', 'information_only', 'transferred_out']);
const conclusion = z.object({ to: outcomes, on: civilDate, reason: freeText.optional() });

interface ConcludeValues {
  readonly to: string;
  readonly on: string;
  readonly reason: string;
}

const toConclusion = ({ reason, ...rest }: ConcludeValues) => ({
  ...rest,
  ...(reason.trim() === '' ? {} : { reason }),
});

export function ConcludeDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const title = useStepTitle('conclude', targets);
  const form = useForm<ConcludeValues>({
    initialValues: { to: 'concluded', on: today(), reason: '' },
    validate: validateWith(conclusion, toConclusion),
  });
  useFollowDay(form, { on: today() });
  const moves = useMoves(onDone, (failure) => {
    form.setErrors(fieldErrors(failure));
  });
  const submit = form.onSubmit((values) => {
    moves.moveAll(targets, conclusion.parse(toConclusion(values)));
  }, focusFirstError);
  return (
    <FormDialog
      title={title}
      submit={title}
      isBusy={moves.isBusy}
      failure={moves.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label={t('common:outcome')} {...form.getInputProps('to')}>
        <Stack gap="sm" mt={4}>
          {outcomes.options.map((outcome) => (
            <Radio
              key={outcome}
              value={outcome}
              label={t(`codes:referralState.${outcome}`)}
              description={t(`referrals:conclude.counted.${outcome}`)}
              data-autofocus={outcome === 'concluded' || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DateField label={t('codes:heading.date')} w={160} {...form.getInputProps('on')} />
      <Textarea label={t('codes:field.reason')} autosize minRows={2} maxRows={6} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
