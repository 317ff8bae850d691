import { TextInput } from '@mantine/core';
import type { OperationRow } from '#contract/casework/operations';
import type { PartnerRow } from '#contract/casework/partners';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

type PeriodDialogProps = { readonly onClose: () => void } & (
  | { readonly what: 'operation'; readonly row: OperationRow | null }
  | { readonly what: 'partner'; readonly row: PartnerRow | null }
);

function valuesOf(props: PeriodDialogProps, unitId: string) {
  if (props.row === null) return { unitId, name: '', from: today(), until: '' };
  const period =
    props.what === 'operation'
      ? { from: props.row.beganOn, until: props.row.endedOn }
      : { from: props.row.joinedOn, until: props.row.leftOn };
  return { unitId: props.row.unitId, name: props.row.name, from: period.from, until: period.until ?? '' };
}

/** A name with its two days: an operation, or a service of the register. */
export function PeriodDialog(props: PeriodDialogProps) {
  const { what, row, onClose } = props;
  const t = useText();
  const { units } = useNames();
  const { form, sending } = useMethodForm(`${what}s.save`, {
    values: valuesOf(props, units[0]?.id ?? ''),
    toInput: ({ unitId, name, from, until }) => {
      const facts = { unitId, name, version: row?.version ?? null };
      const id = row?.id ?? null;
      return what === 'operation'
        ? { ...facts, operationId: id, beganOn: from, endedOn: orNull(until) }
        : { ...facts, partnerId: id, joinedOn: from, leftOn: orNull(until) };
    },
    names: {
      name: t(`fileWork:period.${what}.name`),
      from: t(`fileWork:period.${what}.from`),
      until: t(`fileWork:period.${what}.until`),
    },
    onDone: onClose,
  });
  const isNew = row === null ? 'new' : 'change';
  return (
    <FormDialog title={t(`fileWork:period.${what}.${isNew}`)} submit={t('common:save')} {...sending} onClose={onClose}>
      {row === null && units.length > 1 && (
        <Choice
          label={t('codes:heading.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
          {...form.getInputProps('unitId')}
        />
      )}
      <TextInput label={t(`fileWork:period.${what}.name`)} data-autofocus {...form.getInputProps('name')} />
      <FieldRow>
        <DateField label={t(`fileWork:period.${what}.from`)} tense="either" {...form.getInputProps('from')} />
        <DateField label={t(`fileWork:period.${what}.until`)} tense="either" {...form.getInputProps('until')} />
      </FieldRow>
    </FormDialog>
  );
}
