import { useForm } from '@mantine/form';
import { partnerRole } from '#contract/ground/codes';
import { contract, type Input } from '#contract/index';
import type { FilePartnerRow } from '#contract/casework/partners';
import { useRead, useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { today } from '../../../../lib/today.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
import type { FileDialogProps } from '../fileSteps.ts';

interface PartValues {
  readonly partnerId: string;
  readonly role: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

function startingValues(part: FilePartnerRow | null): PartValues {
  if (part === null) return { partnerId: '', role: 'joint_investigation', fromOn: today(), untilOn: '' };
  const { partnerId, role, fromOn, untilOn } = part;
  return { partnerId, role, fromOn, untilOn: untilOn ?? '' };
}

/** The part that a service of the unit's register takes in the file. */
export function PartDialog({ file, part, onClose }: FileDialogProps & { readonly part: FilePartnerRow | null }) {
  const t = useText();
  const partners = useRead('partners.list', { filter: { unitId: file.unitId } }).data?.partners ?? [];
  const take = useWrite('partners.takePart');
  const change = useWrite('partners.changePart');
  const write = part === null ? take : change;
  const toInput = ({ partnerId, role, fromOn, untilOn }: PartValues): Input<'partners.takePart'> => ({
    investigationId: file.id,
    partnerId,
    role: role as FilePartnerRow['role'],
    fromOn,
    untilOn: untilOn === '' ? null : untilOn,
  });
  const form = useForm<PartValues>({
    initialValues: startingValues(part),
    validate: validateWith(contract['partners.takePart'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    const then = {
      onSuccess: onClose,
      onError: ({ failure }: NonNullable<typeof write.error>) => {
        form.setErrors(fieldErrors(failure));
      },
    };
    const { partnerId, ...rest } = toInput(values);
    if (part === null) take.mutate({ partnerId, ...rest }, then);
    else change.mutate({ ...rest, partId: part.id, version: part.version }, then);
  }, focusFirstError);
  return (
    <FormDialog
      title={t(part === null ? 'fileWork:partners.dialog.add' : 'fileWork:partners.dialog.change', {
        number: file.number,
      })}
      submit={t('fileWork:partners.dialog.submit')}
      isBusy={write.isPending}
      failure={write.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      {part === null ? (
        <Choice
          label={t('fileWork:partners.name')}
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
        label={t('fileWork:partners.role')}
        options={partnerRole.options.map((role) => ({ value: role, label: t(`codes:partnerRole.${role}`) }))}
        {...form.getInputProps('role')}
      />
      <FieldRow>
        <DateField label={t('fileWork:partners.fromOn')} {...form.getInputProps('fromOn')} />
        <DateField label={t('fileWork:partners.untilOn')} {...form.getInputProps('untilOn')} />
      </FieldRow>
    </FormDialog>
  );
}
