import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLocation } from 'wouter';
import type { UnitId } from '#contract/ground/ids';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useDraft } from '../../../lib/useDraft.ts';
import type { Names } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface NewValues {
  readonly unitId: string;
  readonly openedOn: string;
  readonly number: string;
  readonly lead: string;
}

function toInput({ unitId, openedOn, number, lead }: NewValues): Input<'investigations.open'> {
  return {
    unitId: unitId,
    openedOn,
    ...(number.trim() === '' ? {} : { number }),
    referralIds: [],
    lead: lead === '' ? null : lead,
  };
}

/** An investigation that no referral led to. One from a referral is opened from that referral. */
export function NewInvestigationDialog({ names, onClose }: { readonly names: Names; readonly onClose: () => void }) {
  const t = useText();
  const { user } = useSession();
  const open = useWrite('investigations.open');
  const [, navigate] = useLocation();
  const form = useForm<NewValues>({
    initialValues: { unitId: names.units[0]?.id ?? '', openedOn: today(), number: '', lead: user.id },
    validate: validateWith(contract['investigations.open'].input, toInput),
  });
  const draft = useDraft(form, { form: 'investigation', subject: '', unitId: null });
  const submit = form.onSubmit((values) => {
    open.mutate(toInput(values), {
      onSuccess: ({ id }) => {
        draft.forget();
        navigate(`/investigations/${id}`);
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('investigations:new.title')}
      submit={t('investigations:new.submit')}
      isBusy={open.isPending}
      failure={open.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('investigations:new.text')}</p>
      <FieldRow>
        {names.units.length > 1 && (
          <Choice
            label={t('investigations:column.unit')}
            options={names.units.map((unit) => ({ value: unit.id, label: unit.code }))}
            {...form.getInputProps('unitId')}
          />
        )}
        <DateField label={t('investigations:column.openedOn')} data-autofocus {...form.getInputProps('openedOn')} />
      </FieldRow>
      <TextInput
        label={t('investigations:column.number')}
        placeholder={t('investigations:new.numberHint')}
        {...form.getInputProps('number')}
      />
      <Choice
        label={t('investigations:column.lead')}
        empty={t('investigations:noLead')}
        options={names
          .peopleOf(form.values.unitId as UnitId)
          .map((person) => ({ value: person.id, label: person.displayName }))}
        {...form.getInputProps('lead')}
      />
    </FormDialog>
  );
}
