import { ageBand, gender, personRole } from '#contract/ground/codes';
import { TextInput } from '@mantine/core';
import type { CaseFile } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import { useText } from '../../../i18n/text.ts';
import { blanksAsNull, orNull, withBlanks } from '../../../lib/blanks.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../corrections/ReasonField.tsx';

interface PersonDialogProps {
  readonly file: CaseFile;
  readonly number: string;
  readonly person: PersonRow | null;
  readonly onClose: () => void;
}

const blank = {
  role: 'subject',
  name: '',
  ageBand: 'unknown',
  gender: 'not_asked',
  birthDate: '',
  identifiedOn: '',
  safeguardedOn: '',
  safeguardedBy: '',
};

/** Only what the role needs is sent: a field that another role showed is forgotten. */
function factsOf(values: typeof blank) {
  const { birthDate, identifiedOn, safeguardedOn, safeguardedBy, ...facts } = blanksAsNull(values);
  const isVictim = facts.role === 'victim';
  return {
    ...facts,
    birthDate: facts.role === 'subject' ? birthDate : null,
    identifiedOn: isVictim ? identifiedOn : null,
    safeguardedOn: isVictim ? safeguardedOn : null,
    safeguardedBy: isVictim ? safeguardedBy : null,
  };
}

export function PersonDialog({ file, number, person, onClose }: PersonDialogProps) {
  const t = useText();
  const isNew = person === null;
  const { form, sending } = useMethodForm(isNew ? 'persons.add' : 'persons.change', {
    values: { ...withBlanks(blank, person), reason: '' },
    toInput: ({ reason, ...values }) => ({
      ...factsOf(values),
      file,
      ...(person !== null && { personId: person.id, version: person.version, reason: orNull(reason) }),
    }),
    names: {
      name: t('codes:field.name'),
      birthDate: t('codes:field.birthDate'),
      identifiedOn: t('codes:field.identifiedOn'),
      safeguardedOn: t('codes:field.safeguardedOn'),
      safeguardedBy: t('persons:column.safeguardedBy'),
    },
    onDone: onClose,
  });
  const { role } = form.values;
  return (
    <FormDialog
      title={t(isNew ? 'persons:dialog.add' : 'persons:dialog.change', { number })}
      submit={t(isNew ? 'persons:dialog.submitNew' : 'persons:dialog.submit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('codes:field.role')}
          options={personRole.options.map((each) => ({ value: each, label: t(`codes:personRole.${each}`) }))}
          data-autofocus
          {...form.getInputProps('role')}
        />
        <TextInput
          label={t('codes:field.name')}
          description={t('common:optional')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('name')}
        />
      </FieldRow>
      <FieldRow>
        <Choice
          label={t('codes:field.ageBand')}
          options={ageBand.options.map((each) => ({ value: each, label: t(`codes:ageBand.${each}`) }))}
          {...form.getInputProps('ageBand')}
        />
        <Choice
          label={t('codes:field.gender')}
          options={gender.options.map((each) => ({ value: each, label: t(`codes:gender.${each}`) }))}
          {...form.getInputProps('gender')}
        />
      </FieldRow>
      {role === 'subject' && (
        <DateField
          label={t('codes:field.birthDate')}
          description={t('persons:dialog.birthHint')}
          {...form.getInputProps('birthDate')}
        />
      )}
      {role === 'victim' && (
        <>
          <FieldRow>
            <DateField label={t('codes:field.identifiedOn')} {...form.getInputProps('identifiedOn')} />
            <DateField label={t('codes:field.safeguardedOn')} {...form.getInputProps('safeguardedOn')} />
          </FieldRow>
          <TextInput
            label={t('persons:column.safeguardedBy')}
            description={t('persons:dialog.safeguardedHint')}
            {...form.getInputProps('safeguardedBy')}
          />
        </>
      )}
      <CorrectionReason before={person} after={factsOf(form.values)} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
