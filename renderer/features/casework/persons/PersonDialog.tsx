import { useState } from 'react';
import { ageBand, gender, personRole, type AgeBand, type PersonRole } from '#contract/ground/codes';
import { civilDate } from '#contract/ground/dates';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CaseFile } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { blanksAsNull, orNull, withBlanks } from '../../../lib/blanks.ts';
import { latest } from '../../../lib/latest.ts';
import { today } from '../../../lib/today.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../corrections/ReasonField.tsx';
import { useStrike } from '../corrections/useStrike.tsx';
import { ageDoubt, namesake } from './doubts.ts';
import { datesOf, personName } from './personWords.ts';

interface PersonDialogProps {
  readonly file: CaseFile;
  readonly number: string;
  readonly person: PersonRow | null;
  /** Absent where a person cannot be sealed, or not by this user. */
  readonly onSeal?: ((person: PersonRow) => void) | undefined;
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

function doubtOf({ role, ageBand: band, birthDate }: typeof blank) {
  const born = civilDate.safeParse(birthDate).data ?? null;
  return ageDoubt({ role: role as PersonRole, ageBand: band as AgeBand, birthDate: born }, today());
}

interface NamesakeProps {
  readonly person: PersonRow;
  readonly onOpen: (person: PersonRow) => void;
}

/** Said before it is saved: two persons of a file may have one name. */
function Namesake({ person, onOpen }: NamesakeProps) {
  const t = useText();
  return (
    <Notice
      tone="dueSoon"
      icon={IconAlertTriangle}
      title={t('persons:known.title', { name: person.name ?? '' })}
      end={
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onOpen(person);
          }}
        >
          {t('persons:known.open')}
        </Button>
      }
    >
      {[t(`codes:personRole.${person.role}`), t(`codes:ageBand.${person.ageBand}`), ...datesOf(person, t)].join(' · ')}
    </Notice>
  );
}

/** Opens on another person of the file where the one that is typed turns out to be recorded. */
export function PersonDialog(props: PersonDialogProps) {
  const [recorded, setRecorded] = useState<PersonRow | null>(null);
  const persons = useRead('persons.list', { file: props.file }).data?.persons ?? [];
  const person = latest(persons, recorded) ?? props.person;
  return <PersonForm key={person?.id ?? ''} {...props} person={person} persons={persons} onRecorded={setRecorded} />;
}

interface PersonFormProps extends PersonDialogProps {
  readonly persons: readonly PersonRow[];
  readonly onRecorded: (person: PersonRow) => void;
}

function PersonForm({ file, number, person, persons, onRecorded, onSeal, onClose }: PersonFormProps) {
  const t = useText();
  const isNew = person === null;
  const [isAgeRight, setAgeRight] = useState(false);
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
    errors: (found, values) => ({
      ...(doubtOf(values) !== null && !isAgeRight && { isAgeRight: t('persons:doubt.confirm') }),
      ...found,
    }),
    onDone: onClose,
  });
  const struck = person && { record: 'person' as const, row: person, name: personName(person, t) };
  const [striking, strike] = useStrike(file, struck, onClose);
  if (striking !== null) return striking;
  const doubt = doubtOf(form.values);
  const known = namesake({ id: person?.id, name: form.values.name }, persons);
  const { role } = form.values;
  return (
    <FormDialog
      title={t(isNew ? 'persons:dialog.add' : 'persons:dialog.change', { number })}
      submit={t(isNew ? 'persons:dialog.submitNew' : 'persons:dialog.submit')}
      aside={
        <>
          {strike}
          {person !== null && onSeal !== undefined && (
            <Button
              variant="subtle"
              onClick={() => {
                onClose();
                onSeal(person);
              }}
            >
              {t('persons:seal')}
            </Button>
          )}
        </>
      }
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
      {known !== undefined && <Namesake person={known} onOpen={onRecorded} />}
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
      {doubt !== null && (
        <Notice tone="dueSoon" icon={IconAlertTriangle} title={t(`persons:doubt.${doubt}`)}>
          <Checkbox
            mt={4}
            label={t('persons:doubt.right')}
            checked={isAgeRight}
            error={form.errors['isAgeRight']}
            onChange={(event) => {
              setAgeRight(event.currentTarget.checked);
            }}
          />
        </Notice>
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
