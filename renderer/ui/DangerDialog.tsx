import { Group, Radio, Stack, Textarea } from '@mantine/core';
import { dangerEnd, identifiable } from '#contract/ground/codes';
import type { ReferralId, UnitId } from '#contract/ground/ids';
import { useRead } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { useNames } from '../lib/useNames.ts';
import { formatInstant } from '../lib/format.ts';
import { instantOf } from '../lib/instant.ts';
import { FormDialog } from './FormDialog.tsx';
import { problemMessage } from './formErrors.tsx';
import { useMethodForm } from './useMethodForm.ts';
import { InstantField, instantProblem } from './InstantField.tsx';
import { pageNow } from '../lib/pageClock.ts';

export interface DangerDialogProps {
  readonly referralId: ReferralId;
  readonly unitId: UnitId | null;
  readonly number: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface DecisionDialogProps extends DangerDialogProps {
  /** In place of `onDone`, where a danger was confirmed: its next step is the report to child protection. */
  readonly onDanger?: () => void;
}

/**
 * Whether a child may be identified and is in imminent danger: decided by the signed-in user, at a time, for a reason.
 * It opens once it is known whether a danger is open, since the question depends on it.
 */
export function DangerDialog(props: DecisionDialogProps) {
  const { referralId } = props;
  const owed = useRead('referrals.owed', { referralIds: [referralId] }).data?.items;
  if (!owed) return null;
  const isInDanger = owed.some(({ id, kind }) => id === referralId && kind === 'danger_end');
  return <DangerForm {...props} isInDanger={isInDanger} />;
}

interface DangerFormProps extends DecisionDialogProps {
  readonly isInDanger: boolean;
}

function DangerForm({ referralId, unitId, number, onClose, onDone, onDanger = onDone, isInDanger }: DangerFormProps) {
  const t = useText();
  const named = { number: useNames().fileNumber({ unitId, number }) };
  const { form, sending } = useMethodForm('referrals.decideDanger', {
    values: { identifiable: '', imminent: '', ended: '', decidedAt: formatInstant(pageNow()), reason: '' },
    toInput: ({ ended, ...values }) => ({
      ...values,
      referralId,
      imminent: values.imminent === '' ? undefined : values.imminent === 'yes',
      decidedAt: instantOf(values.decidedAt),
      ...(isInDanger && values.imminent === 'no' && ended !== '' && { ended }),
    }),
    errors: (found, values) => ({
      ...found,
      ...instantProblem('decidedAt', values.decidedAt),
      ...(isInDanger &&
        values.imminent === 'no' &&
        values.ended === '' && { ended: problemMessage('danger_end_needed') }),
    }),
    draft: { form: 'danger_decision', subject: referralId, unitId },
    onDone: (_, { imminent }) => {
      if (imminent === 'yes' && !isInDanger) onDanger();
      else onDone();
    },
  });
  return (
    <FormDialog
      title={t('triage:danger.title', named)}
      submit={t('triage:danger.submit', named)}
      {...sending}
      onClose={onClose}
    >
      <Radio.Group label={t('triage:danger.identifiable')} {...form.getInputProps('identifiable')}>
        <Group mt={4}>
          {identifiable.options.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`codes:identifiable.${each}`)}
              data-path="identifiable"
              data-autofocus={each === 'yes' || undefined}
            />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group
        label={t(isInDanger ? 'triage:danger.still' : 'triage:danger.imminent')}
        {...form.getInputProps('imminent')}
      >
        <Group mt={4}>
          <Radio value="yes" label={t('codes:identifiable.yes')} data-path="imminent" />
          <Radio value="no" label={t('codes:identifiable.no')} data-path="imminent" />
        </Group>
      </Radio.Group>
      {isInDanger && form.values.imminent === 'no' && (
        <Radio.Group label={t('triage:danger.ended')} {...form.getInputProps('ended')}>
          <Stack gap={6} mt={4}>
            {dangerEnd.options.map((each) => (
              <Radio key={each} value={each} label={t(`codes:dangerEnd.${each}`)} data-path="ended" />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <InstantField label={t('triage:danger.decidedAt')} {...form.getInputProps('decidedAt')} />
      <Textarea
        label={t('codes:field.reason')}
        description={t('triage:danger.reasonHint')}
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
