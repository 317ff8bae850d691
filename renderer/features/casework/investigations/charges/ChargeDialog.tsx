import { NumberInput } from '@mantine/core';
import { chargeStage, type ChargeStage } from '#contract/ground/codes';
import type { ChargeRow } from '#contract/casework/charges';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { ifChanged, orNull, withBlanks } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { useStrike } from '../../corrections/useStrike.tsx';
import type { FileDialogProps } from '../fileSteps.ts';
import { useBeforeOpening } from '../useBeforeOpening.ts';
import { usePersonNames } from '../people/usePersonNames.ts';
import { AccusedChoice } from './AccusedChoice.tsx';
import { SectionField } from './SectionField.tsx';

interface ChargeValues {
  readonly personId: string;
  readonly offenceOn: string;
  readonly section: string;
  readonly counts: number;
  readonly stage: string;
  readonly laidOn: string;
  readonly recommendedOn: string;
  readonly approvedOn: string;
  readonly reason: string;
}

const blank = (): ChargeValues => ({
  personId: '',
  offenceOn: '',
  section: '',
  counts: 1,
  stage: 'laid',
  laidOn: today(),
  recommendedOn: '',
  approvedOn: '',
  reason: '',
});

/** A stage has the days of those before it. */
function factsOf({ section, counts, stage, laidOn, offenceOn, recommendedOn, approvedOn }: ChargeValues) {
  return {
    section,
    counts,
    stage,
    laidOn,
    offenceOn: orNull(offenceOn),
    recommendedOn: stage === 'recommended' ? null : orNull(recommendedOn),
    approvedOn: stage === 'laid' ? orNull(approvedOn) : null,
  };
}

/** Records a charge, says later who is accused, or puts right what was recorded. */
export function ChargeDialog({
  file,
  charge = null,
  onClose,
}: FileDialogProps & { readonly charge?: ChargeRow | null }) {
  const t = useText();
  const format = useFormat();
  const { fileNumber } = useNames();
  const { onlySubject } = usePersonNames(file.id);
  const { form, sending } = useMethodForm(charge === null ? 'charges.record' : 'charges.change', {
    values:
      charge === null
        ? { ...blank(), personId: onlySubject?.id ?? '' }
        : withBlanks(blank(), { ...charge, reason: '' }),
    toInput: (values) => ({
      ...factsOf(values),
      investigationId: file.id,
      ...(charge === null
        ? { personId: orNull(values.personId) }
        : {
            personId: ifChanged(values.personId, charge.personId),
            reason: orNull(values.reason),
            chargeId: charge.id,
            version: charge.version,
          }),
    }),
    names: {
      offenceOn: t('offences:charge.offenceOn'),
      section: t('codes:field.section'),
      counts: t('codes:field.counts'),
      laidOn: t('codes:heading.date'),
      recommendedOn: t('codes:field.recommendedOn'),
      approvedOn: t('codes:field.approvedOn'),
    },
    onDone: onClose,
  });
  const section = charge === null ? '' : format.section(charge.section);
  const struck = charge && { record: 'charge' as const, row: charge, name: section };
  const [striking, aside] = useStrike({ kind: 'investigation', id: file.id }, struck, onClose);
  if (striking !== null) return striking;
  const { values } = form;
  return (
    <FormDialog
      title={
        charge === null
          ? t('investigations:charge.title', { number: fileNumber(file) })
          : t('investigations:charge.changeTitle', { section })
      }
      submit={t(charge === null ? 'investigations:charge.submit' : 'common:save')}
      aside={aside}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <AccusedChoice investigationId={file.id} data-autofocus {...form.getInputProps('personId')} />
        <DateField label={t('offences:charge.offenceOn')} {...form.getInputProps('offenceOn')} />
      </FieldRow>
      <FieldRow>
        <SectionField
          on={values.offenceOn === '' ? values.laidOn : values.offenceOn}
          {...form.getInputProps('section')}
        />
        <NumberInput
          label={t('codes:field.counts')}
          min={1}
          max={999}
          allowDecimal={false}
          {...form.getInputProps('counts')}
        />
      </FieldRow>
      <StageFields file={file} isRecorded={charge !== null} form={form} />
      <CorrectionReason
        before={charge}
        after={{ ...factsOf(values), personId: orNull(values.personId) }}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

interface StageFieldsProps extends Pick<FileDialogProps, 'file'> {
  readonly isRecorded: boolean;
  readonly form: ReturnType<typeof useMethodForm<'charges.record', ChargeValues>>['form'];
}

/** The stage with its day and, of what is recorded, the days of those before it. */
function StageFields({ file, isRecorded, form }: StageFieldsProps) {
  const t = useText();
  const beforeOpening = useBeforeOpening(file);
  const { stage, laidOn } = form.values;
  const isPast = (each: ChargeStage): boolean =>
    isRecorded && chargeStage.options.findIndex((code) => code === stage) > chargeStage.options.indexOf(each);
  return (
    <>
      <FieldRow>
        <Choice
          label={t('codes:field.stage')}
          options={chargeStage.options.map((code) => ({ value: code, label: t(`codes:chargeStage.${code}`) }))}
          {...form.getInputProps('stage')}
        />
        <DateField
          label={t('codes:heading.date')}
          description={beforeOpening(laidOn)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('laidOn')}
        />
      </FieldRow>
      {(isPast('recommended') || isPast('approved')) && (
        <FieldRow>
          {isPast('recommended') && (
            <DateField label={t('codes:field.recommendedOn')} {...form.getInputProps('recommendedOn')} />
          )}
          {isPast('approved') && (
            <DateField label={t('codes:field.approvedOn')} {...form.getInputProps('approvedOn')} />
          )}
        </FieldRow>
      )}
    </>
  );
}
