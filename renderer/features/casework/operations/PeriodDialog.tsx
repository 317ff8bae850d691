import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { OperationRow } from '#contract/casework/operations';
import type { PartnerRow } from '#contract/casework/partners';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

type PeriodDialogProps = { readonly onClose: () => void } & (
  | { readonly what: 'operation'; readonly row: OperationRow | null }
  | { readonly what: 'partner'; readonly row: PartnerRow | null }
);

interface PeriodValues {
  readonly unitId: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

function valuesOf(props: PeriodDialogProps, unitId: string): PeriodValues {
  if (props.row === null) return { unitId, name: '', from: today(), until: '' };
  const period =
    props.what === 'operation'
      ? { from: props.row.beganOn, until: props.row.endedOn }
      : { from: props.row.joinedOn, until: props.row.leftOn };
  return { unitId: props.row.unitId, name: props.row.name, from: period.from, until: period.until ?? '' };
}

const untilOf = ({ until }: PeriodValues): string | null => (until === '' ? null : until);

/** A name with its two days: an operation, or a service of the register. */
export function PeriodDialog(props: PeriodDialogProps) {
  const { what, row, onClose } = props;
  const t = useText();
  const { units } = useNames();
  const saveOperation = useWrite('operations.save');
  const savePartner = useWrite('partners.save');
  const write = what === 'operation' ? saveOperation : savePartner;
  const held = { version: row?.version ?? null };
  const toOperation = (values: PeriodValues): Input<'operations.save'> => ({
    ...held,
    unitId: values.unitId,
    operationId: row?.id ?? null,
    name: values.name,
    beganOn: values.from,
    endedOn: untilOf(values),
  });
  const toPartner = (values: PeriodValues): Input<'partners.save'> => ({
    ...held,
    unitId: values.unitId,
    partnerId: row?.id ?? null,
    name: values.name,
    joinedOn: values.from,
    leftOn: untilOf(values),
  });
  const form = useForm<PeriodValues>({
    initialValues: valuesOf(props, units[0]?.id ?? ''),
    validate:
      what === 'operation'
        ? validateWith(contract['operations.save'].input, toOperation)
        : validateWith(contract['partners.save'].input, toPartner),
  });
  const submit = form.onSubmit((values) => {
    const then = {
      onSuccess: onClose,
      onError: ({ failure }: NonNullable<typeof write.error>) => {
        form.setErrors(fieldErrors(failure));
      },
    };
    if (what === 'operation') saveOperation.mutate(toOperation(values), then);
    else savePartner.mutate(toPartner(values), then);
  }, focusFirstError);
  const isNew = row === null ? 'new' : 'change';
  return (
    <FormDialog
      title={t(`fileWork:period.${what}.${isNew}`)}
      submit={t('fileWork:period.submit')}
      isBusy={write.isPending}
      failure={write.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      {row === null && units.length > 1 && (
        <Choice
          label={t('investigations:column.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
          {...form.getInputProps('unitId')}
        />
      )}
      <TextInput label={t(`fileWork:period.${what}.name`)} data-autofocus {...form.getInputProps('name')} />
      <FieldRow>
        <DateField label={t(`fileWork:period.${what}.from`)} {...form.getInputProps('from')} />
        <DateField label={t(`fileWork:period.${what}.until`)} {...form.getInputProps('until')} />
      </FieldRow>
    </FormDialog>
  );
}
