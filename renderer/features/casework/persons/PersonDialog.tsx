import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CaseFile } from '#contract/ground/ids';
import { contract, type Input } from '#contract/index';
import {
  ageBand,
  gender,
  personRole,
  type AgeBand,
  type Gender,
  type PersonRole,
  type PersonRow,
} from '#contract/casework/persons';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface PersonDialogProps {
  readonly file: CaseFile;
  readonly number: string;
  readonly person: PersonRow | null;
  readonly onClose: () => void;
}

interface PersonValues {
  readonly role: PersonRole;
  readonly name: string;
  readonly ageBand: AgeBand;
  readonly gender: Gender;
  readonly birthDate: string;
  readonly identifiedOn: string;
  readonly safeguardedOn: string;
  readonly safeguardedBy: string;
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

/** A form has no null: what is not held is empty. */
function startingValues(person: PersonRow | null): PersonValues {
  const blank: PersonValues = {
    role: 'subject',
    name: '',
    ageBand: 'unknown',
    gender: 'not_asked',
    birthDate: '',
    identifiedOn: '',
    safeguardedOn: '',
    safeguardedBy: '',
  };
  if (person === null) return blank;
  const held = Object.entries(person).filter(([field, value]) => field in blank && value !== null);
  return { ...blank, ...Object.fromEntries(held) };
}

/** Only what the role needs is sent: a field that another role showed is forgotten. */
function factsOf(values: PersonValues, file: CaseFile): Input<'persons.add'> {
  const isVictim = values.role === 'victim';
  return {
    file,
    role: values.role,
    name: orNull(values.name),
    ageBand: values.ageBand,
    gender: values.gender,
    birthDate: values.role === 'subject' ? orNull(values.birthDate) : null,
    identifiedOn: isVictim ? orNull(values.identifiedOn) : null,
    safeguardedOn: isVictim ? orNull(values.safeguardedOn) : null,
    safeguardedBy: isVictim ? orNull(values.safeguardedBy) : null,
  };
}

function usePersonForm({ file, person, onClose }: PersonDialogProps) {
  const add = useWrite('persons.add');
  const change = useWrite('persons.change');
  const form = useForm<PersonValues>({
    initialValues: startingValues(person),
    validate: validateWith(contract['persons.add'].input, (values: PersonValues) => factsOf(values, file)),
  });
  const write = person === null ? add : change;
  const submit = form.onSubmit((values) => {
    const then = {
      onSuccess: onClose,
      onError: ({ failure }: NonNullable<typeof write.error>) => {
        form.setErrors(fieldErrors(failure));
      },
    };
    const facts = factsOf(values, file);
    if (person === null) add.mutate(facts, then);
    else change.mutate({ ...facts, personId: person.id, version: person.version }, then);
  }, focusFirstError);
  return { form, submit, isBusy: write.isPending, failure: write.error?.failure ?? null };
}

export function PersonDialog(props: PersonDialogProps) {
  const t = useText();
  const { form, submit, isBusy, failure } = usePersonForm(props);
  const isNew = props.person === null;
  const { role } = form.values;
  return (
    <FormDialog
      title={t(isNew ? 'persons:dialog.add' : 'persons:dialog.change', { number: props.number })}
      submit={t(isNew ? 'persons:dialog.submitNew' : 'persons:dialog.submit')}
      isBusy={isBusy}
      failure={failure}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <FieldRow>
        <Choice
          label={t('persons:column.role')}
          options={personRole.options.map((each) => ({ value: each, label: t(`persons:role.${each}`) }))}
          data-autofocus
          {...form.getInputProps('role')}
        />
        <TextInput
          label={t('persons:column.name')}
          description={t('persons:dialog.nameHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('name')}
        />
      </FieldRow>
      <FieldRow>
        <Choice
          label={t('persons:column.ageBand')}
          options={ageBand.options.map((each) => ({ value: each, label: t(`persons:ageBand.${each}`) }))}
          {...form.getInputProps('ageBand')}
        />
        <Choice
          label={t('persons:column.gender')}
          options={gender.options.map((each) => ({ value: each, label: t(`persons:gender.${each}`) }))}
          {...form.getInputProps('gender')}
        />
      </FieldRow>
      {role === 'subject' && (
        <DateField
          label={t('persons:column.birthDate')}
          description={t('persons:dialog.birthHint')}
          {...form.getInputProps('birthDate')}
        />
      )}
      {role === 'victim' && (
        <>
          <FieldRow>
            <DateField label={t('persons:column.identifiedOn')} {...form.getInputProps('identifiedOn')} />
            <DateField label={t('persons:column.safeguardedOn')} {...form.getInputProps('safeguardedOn')} />
          </FieldRow>
          <TextInput
            label={t('persons:column.safeguardedBy')}
            description={t('persons:dialog.safeguardedHint')}
            {...form.getInputProps('safeguardedBy')}
          />
        </>
      )}
    </FormDialog>
  );
}
