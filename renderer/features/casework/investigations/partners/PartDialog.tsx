import { partnerRole } from '#contract/ground/codes';
import type { FilePartnerRow } from '#contract/casework/partners';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { orNull, withBlanks } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';

/** The role in the file of a service of the unit's register. */
export function PartDialog({ file, part, onClose }: FileDialogProps & { readonly part: FilePartnerRow | null }) {
  const t = useText();
  const { fileNumber } = useNames();
  const partners = useRead('partners.list', { filter: { unitId: file.unitId } }).data?.partners ?? [];
  const blank = { partnerId: '', role: 'joint_investigation', fromOn: today(), untilOn: '' };
  const { form, sending } = useMethodForm(part === null ? 'partners.takePart' : 'partners.changePart', {
    values: withBlanks(blank, part),
    toInput: ({ untilOn, ...values }) => ({
      ...values,
      untilOn: orNull(untilOn),
      investigationId: file.id,
      ...(part !== null && { partId: part.id, version: part.version }),
    }),
    names: { fromOn: t('codes:field.from'), untilOn: t('codes:field.until') },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(part === null ? 'fileWork:partners.dialog.add' : 'fileWork:partners.dialog.change', {
        number: fileNumber(file),
      })}
      submit={t('fileWork:partners.dialog.submit')}
      {...sending}
      onClose={onClose}
    >
      {part === null ? (
        <Choice
          label={t('codes:field.service')}
          description={partners.length === 0 ? t('fileWork:partners.registerFirst') : undefined}
          empty={t('fileWork:partners.choose')}
          data-autofocus
          options={partners
            .filter((each) => each.leftOn === null)
            .map((each) => ({ value: each.id, label: each.name }))}
          {...form.getInputProps('partnerId')}
        />
      ) : (
        <p>{part.name}</p>
      )}
      <Choice
        label={t('codes:field.role')}
        options={partnerRole.options.map((role) => ({ value: role, label: t(`codes:partnerRole.${role}`) }))}
        {...form.getInputProps('role')}
      />
      <FieldRow>
        <DateField label={t('codes:field.from')} tense="either" {...form.getInputProps('fromOn')} />
        <DateField label={t('codes:field.until')} tense="either" {...form.getInputProps('untilOn')} />
      </FieldRow>
    </FormDialog>
  );
}
