import { TextInput } from '@mantine/core';
import { hearingKind } from '#contract/ground/codes';
import type { HearingRow } from '#contract/casework/hearings';
import { useText } from '../../../../i18n/text.ts';
import { ifChanged, orNull } from '../../../../lib/blanks.ts';
import { useOfficerOptions } from '../../../../lib/useLeaves.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { useStrike } from '../../corrections/useStrike.tsx';
import { AccusedChoice } from '../charges/AccusedChoice.tsx';
import type { FileDialogProps } from '../fileSteps.ts';
import { hearingName } from './hearingNames.ts';

interface HearingDialogProps extends FileDialogProps {
  readonly hearing: HearingRow | null;
}

const valuesOf = (hearing: HearingRow | null) => ({
  kind: hearing?.kind ?? 'first_appearance',
  on: hearing?.on ?? '',
  time: hearing?.time ?? '',
  court: hearing?.court ?? '',
  personId: hearing?.personId ?? '',
  attends: hearing?.attends ?? '',
  reason: '',
});

function useHearingForm({ file, hearing, onClose }: HearingDialogProps) {
  const t = useText();
  return useMethodForm(hearing === null ? 'hearings.add' : 'hearings.change', {
    values: valuesOf(hearing),
    toInput: ({ kind, on, time, court, personId, attends, reason }) => ({
      investigationId: file.id,
      kind,
      on,
      time: orNull(time),
      court: orNull(court),
      attends: orNull(attends),
      ...(hearing === null
        ? { personId: orNull(personId) }
        : {
            hearingId: hearing.id,
            version: hearing.version,
            reason: orNull(reason),
            personId: ifChanged(personId, hearing.personId),
          }),
    }),
    names: { on: t('codes:field.heardOn') },
    onDone: onClose,
  });
}

/** Adds a hearing, says who attends, or puts right what was recorded. */
export function HearingDialog(props: HearingDialogProps) {
  const { file, hearing, onClose } = props;
  const t = useText();
  const { fileNumber } = useNames();
  const people = useOfficerOptions(file.unitId, hearing?.attends);
  const { form, sending } = useHearingForm(props);
  const struck = hearing && { record: 'hearing' as const, row: hearing, name: hearingName(hearing, t) };
  const [striking, aside] = useStrike({ kind: 'investigation', id: file.id }, struck, onClose);
  if (striking !== null) return striking;
  const { kind, on, time, court, personId } = form.values;
  return (
    <FormDialog
      title={
        hearing === null
          ? t('fileWork:hearings.dialog', { number: fileNumber(file) })
          : t('common:changeFor', { name: hearingName(hearing, t) })
      }
      submit={t(hearing === null ? 'fileWork:hearings.submit' : 'common:save')}
      aside={aside}
      {...sending}
      onClose={onClose}
    >
      <Choice
        label={t('codes:field.kind')}
        options={hearingKind.options.map((each) => ({ value: each, label: t(`codes:hearingKind.${each}`) }))}
        data-autofocus
        {...form.getInputProps('kind')}
      />
      <FieldRow>
        <DateField label={t('codes:field.heardOn')} tense="ahead" {...form.getInputProps('on')} />
        <TextInput
          label={t('codes:field.time')}
          placeholder={t('common:timeForm')}
          maxLength={5}
          autoComplete="off"
          {...form.getInputProps('time')}
        />
      </FieldRow>
      <TextInput label={t('codes:field.court')} {...form.getInputProps('court')} />
      <FieldRow>
        <AccusedChoice investigationId={file.id} {...form.getInputProps('personId')} />
        <Choice
          label={t('codes:field.attends')}
          empty={t('fileWork:tasks.lead')}
          options={people}
          {...form.getInputProps('attends')}
        />
      </FieldRow>
      <CorrectionReason
        before={hearing}
        after={{ kind, on, time: orNull(time), court: orNull(court), personId: orNull(personId) }}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
