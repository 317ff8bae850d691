import { TextInput } from '@mantine/core';
import { hearingKind, hearingOutcome } from '#contract/ground/codes';
import type { HearingRow } from '#contract/casework/hearings';
import { useText } from '../../../../i18n/text.ts';
import { orNull } from '../../../../lib/blanks.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import type { FileDialogProps } from '../fileSteps.ts';
import { hearingName } from './hearingNames.ts';

interface HearingAnswerDialogProps extends FileDialogProps {
  readonly hearing: HearingRow;
}

/** Records what became of a hearing, and its next day with it. */
export function HearingAnswerDialog({ file, hearing, onClose }: HearingAnswerDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('hearings.answer', {
    values: {
      answer: { outcome: hearing.outcome ?? '', outcomeNote: hearing.outcomeNote ?? '' },
      next: { kind: hearing.kind, on: '', time: '' },
      reason: '',
    },
    toInput: ({ answer, next, reason }) => ({
      investigationId: file.id,
      hearingId: hearing.id,
      version: hearing.version,
      reason: orNull(reason),
      answer: answer.outcome === '' ? null : { ...answer, outcomeNote: orNull(answer.outcomeNote) },
      next: next.on === '' ? null : { ...next, time: orNull(next.time) },
    }),
    onDone: onClose,
  });
  const { answer, next } = form.values;
  const isKnown = answer.outcome !== '';
  return (
    <FormDialog
      title={t('fileWork:hearings.answerFor', { name: hearingName(hearing, t) })}
      submit={t('fileWork:hearings.submitAnswer')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('codes:field.hearingOutcome')}
          empty={t('fileWork:hearings.toCome')}
          options={hearingOutcome.options.map((each) => ({ value: each, label: t(`codes:hearingOutcome.${each}`) }))}
          data-autofocus
          {...form.getInputProps('answer.outcome')}
        />
        <TextInput label={t('codes:field.note')} {...form.getInputProps('answer.outcomeNote')} />
      </FieldRow>
      <FieldRow>
        <DateField
          label={t('fileWork:hearings.next')}
          description={t('fileWork:hearings.nextHint')}
          tense="ahead"
          {...form.getInputProps('next.on')}
        />
      </FieldRow>
      {next.on !== '' && (
        <FieldRow>
          <Choice
            label={t('codes:field.kind')}
            options={hearingKind.options.map((each) => ({ value: each, label: t(`codes:hearingKind.${each}`) }))}
            {...form.getInputProps('next.kind')}
          />
          <TextInput
            label={t('codes:field.time')}
            placeholder={t('common:timeForm')}
            maxLength={5}
            autoComplete="off"
            {...form.getInputProps('next.time')}
          />
        </FieldRow>
      )}
      <CorrectionReason
        before={hearing}
        after={
          isKnown
            ? { outcome: answer.outcome, outcomeNote: orNull(answer.outcomeNote) }
            : { outcome: null, outcomeNote: null }
        }
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
