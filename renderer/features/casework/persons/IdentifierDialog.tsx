import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  identifierKind,
  obtained,
  type IdentifierKind,
  type IdentifierRow,
  type Obtained,
} from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import { contract, type Input } from '#contract/index';
import type { PersonRow } from '#contract/casework/persons';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import classes from './Persons.module.css';
import { personName } from './PersonTable.tsx';

interface IdentifierDialogProps {
  readonly file: CaseFile;
  readonly number: string;
  readonly persons: readonly PersonRow[];
  readonly identifier: IdentifierRow | null;
  readonly onClose: () => void;
}

interface IdentifierValues {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly service: string;
  readonly port: string | number;
  readonly seenText: string;
  readonly seenOffset: string;
  readonly event: string;
  readonly obtained: string;
  readonly obtainedReference: string;
  readonly personId: string;
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

const blank: IdentifierValues = {
  kind: 'handle',
  value: '',
  service: '',
  port: '',
  seenText: '',
  seenOffset: '',
  event: '',
  obtained: '',
  obtainedReference: '',
  personId: '',
};

/** A form has no null: what is not held is empty. */
function startingValues(row: IdentifierRow | null): IdentifierValues {
  if (row === null) return blank;
  const held = Object.entries(row).filter(([field, value]) => field in blank && value !== null);
  return { ...blank, ...Object.fromEntries(held) };
}

function factsOf(values: IdentifierValues, file: CaseFile): Input<'identifiers.add'> {
  return {
    file,
    kind: values.kind,
    value: values.value,
    service: orNull(values.service),
    port: values.kind === 'ip' && values.port !== '' ? Number(values.port) : null,
    seenText: orNull(values.seenText),
    seenOffset: orNull(values.seenOffset),
    event: orNull(values.event),
    obtained: values.obtained === '' ? null : (values.obtained as Obtained),
    obtainedReference: orNull(values.obtainedReference),
    personId: values.personId === '' ? null : values.personId,
  };
}

function useIdentifierForm({ file, identifier, onClose }: IdentifierDialogProps) {
  const add = useWrite('identifiers.add');
  const change = useWrite('identifiers.change');
  const form = useForm<IdentifierValues>({
    initialValues: startingValues(identifier),
    validate: validateWith(contract['identifiers.add'].input, (values: IdentifierValues) => factsOf(values, file)),
  });
  const write = identifier === null ? add : change;
  const submit = form.onSubmit((values) => {
    const then = {
      onSuccess: onClose,
      onError: ({ failure }: NonNullable<typeof write.error>) => {
        form.setErrors(fieldErrors(failure));
      },
    };
    const facts = factsOf(values, file);
    if (identifier === null) add.mutate(facts, then);
    else change.mutate({ ...facts, identifierId: identifier.id, version: identifier.version }, then);
  }, focusFirstError);
  return { form, submit, isBusy: write.isPending, failure: write.error?.failure ?? null };
}

export function IdentifierDialog(props: IdentifierDialogProps) {
  const t = useText();
  const { form, submit, isBusy, failure } = useIdentifierForm(props);
  const isNew = props.identifier === null;
  return (
    <FormDialog
      title={t(isNew ? 'persons:identifier.add' : 'persons:identifier.change', { number: props.number })}
      submit={t(isNew ? 'persons:identifier.submitNew' : 'persons:identifier.submit')}
      isBusy={isBusy}
      failure={failure}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <FieldRow>
        <Choice
          label={t('persons:identifier.kind')}
          options={identifierKind.options.map((each) => ({ value: each, label: t(`persons:kind.${each}`) }))}
          data-autofocus
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t('persons:identifier.value')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('value')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput label={t('persons:identifier.service')} {...form.getInputProps('service')} />
        <Choice
          label={t('persons:identifier.person')}
          empty={t('persons:identifier.nobody')}
          options={props.persons.map((each) => ({ value: each.id, label: personName(each, t) }))}
          {...form.getInputProps('personId')}
        />
      </FieldRow>
      <FieldRow>
        <Choice
          label={t('persons:identifier.obtained')}
          empty={t('persons:identifier.notSaid')}
          options={obtained.options.map((each) => ({ value: each, label: t(`persons:obtained.${each}`) }))}
          {...form.getInputProps('obtained')}
        />
        <TextInput label={t('persons:identifier.reference')} {...form.getInputProps('obtainedReference')} />
      </FieldRow>
      <FieldRow>
        <TextInput
          label={t('persons:identifier.seenText')}
          placeholder="2026-11-03 14:22:10"
          {...form.getInputProps('seenText')}
        />
        <TextInput
          label={t('persons:identifier.seenOffset')}
          placeholder="-05:00"
          {...form.getInputProps('seenOffset')}
        />
      </FieldRow>
      <p className={classes.note}>{t('persons:identifier.offsetHint')}</p>
      <FieldRow>
        <TextInput label={t('persons:identifier.event')} {...form.getInputProps('event')} />
        {form.values.kind === 'ip' && (
          <NumberInput
            label={t('persons:identifier.port')}
            min={1}
            max={65535}
            allowDecimal={false}
            thousandSeparator={false}
            {...form.getInputProps('port')}
          />
        )}
      </FieldRow>
    </FormDialog>
  );
}
