import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLocation } from 'wouter';
import type { UnitId } from '#contract/ground/ids';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import type { StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

interface OpenValues {
  readonly openedOn: string;
  readonly number: string;
  readonly lead: string;
}

/** Opens one investigation from the referrals; they are linked to it. */
export function InvestigateDialog({ targets, unitId, onClose, onDone }: StepProps & { readonly unitId: UnitId }) {
  const t = useText();
  const title = useStepTitle('investigate', targets);
  const { user } = useSession();
  const people = useNames().peopleOf(unitId);
  const open = useWrite('investigations.open');
  const [, navigate] = useLocation();
  const toInput = ({ openedOn, number, lead }: OpenValues): Input<'investigations.open'> => ({
    unitId,
    openedOn,
    ...(number.trim() === '' ? {} : { number }),
    referralIds: targets.map((row) => row.id),
    lead: lead === '' ? null : lead,
  });
  const form = useForm<OpenValues>({
    initialValues: { openedOn: today(), number: '', lead: targets[0]?.assignedTo ?? user.id },
    validate: validateWith(contract['investigations.open'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    open.mutate(toInput(values), {
      onSuccess: ({ id }) => {
        onDone();
        navigate(`/investigations/${id}`);
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={title}
      submit={t('referrals:investigate.submit')}
      isBusy={open.isPending}
      failure={open.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choice
        label={t('referrals:investigate.lead')}
        empty={t('referrals:investigate.noLead')}
        options={people.map((person) => ({ value: person.id, label: person.displayName }))}
        data-autofocus
        {...form.getInputProps('lead')}
      />
      <FieldRow>
        <DateField label={t('referrals:investigate.openedOn')} {...form.getInputProps('openedOn')} />
        <TextInput
          label={t('referrals:investigate.number')}
          placeholder={t('referrals:investigate.numberHint')}
          {...form.getInputProps('number')}
        />
      </FieldRow>
    </FormDialog>
  );
}
