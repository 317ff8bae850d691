import { Group, Radio, Textarea } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { isUrgentPriority } from '#contract/casework/priority';
import type { ReferralRow } from '#contract/casework/referrals';
import { useText } from '../../../i18n/text.ts';
import { formatInstant } from '../../../lib/format.ts';
import { instantOf } from '../../../lib/instant.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { InstantField, instantProblem } from '../../../ui/InstantField.tsx';
import { RefusedFiles } from './RefusedFiles.tsx';
import { draftPlaceOf, type StepProps } from './steps.ts';
import { useKept } from './useKept.ts';
import { pageNow } from '../../../lib/pageClock.ts';

/** What its source calls urgent, or shows a child in danger, is decided alone. */
function mayBeDecidedTogether({ priorityReceived, dangerSince }: ReferralRow): boolean {
  return dangerSince === null && !isUrgentPriority(priorityReceived);
}

/** One decision for several referrals, as for a backlog that came in with a file. Danger itself is decided of each alone. */
export function DecideManyDialog({ targets, onClose, onDone }: StepProps) {
  const t = useText();
  const decidable = targets.filter(mayBeDecidedTogether);
  const [rows, leaveOut] = useKept(decidable);
  const leftOut = targets.filter((row) => !mayBeDecidedTogether(row)).map(({ number }) => number);
  const { form, sending } = useMethodForm('referrals.decideMany', {
    values: { identifiable: '', decidedAt: formatInstant(pageNow()), reason: '' },
    toInput: (values) => ({
      ...values,
      referralIds: rows.map(({ id }) => id),
      decidedAt: instantOf(values.decidedAt),
    }),
    errors: (found, values) => ({ ...found, ...instantProblem('decidedAt', values.decidedAt) }),
    draft: draftPlaceOf('danger_decision', decidable),
    onDone: () => {
      onDone();
    },
  });
  return (
    <FormDialog
      title={t('triage:danger.several', { count: rows.length })}
      submit={t('triage:danger.submitSeveral', { count: rows.length })}
      {...sending}
      onClose={onClose}
    >
      <p>{t('triage:danger.severalText')}</p>
      <RefusedFiles sending={sending} files={{ referralIds: rows }} onLeaveOut={leaveOut} />
      {leftOut.length > 0 && (
        <Notice tone="overdue" icon={IconAlertOctagon} title={t('triage:danger.leftOut', { count: leftOut.length })}>
          {leftOut.join(', ')}
        </Notice>
      )}
      <Radio.Group label={t('triage:danger.identifiable')} {...form.getInputProps('identifiable')}>
        <Group mt={4}>
          {(['no', 'unknown'] as const).map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`codes:identifiable.${each}`)}
              data-path="identifiable"
              data-autofocus={each === 'no' || undefined}
            />
          ))}
        </Group>
      </Radio.Group>
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
