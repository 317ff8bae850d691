import { identifierKind } from '#contract/ground/codes';
import { NumberInput, TextInput } from '@mantine/core';
import { obtained, type IdentifierRow } from '#contract/casework/identifiers';
import type { CaseFile } from '#contract/ground/ids';
import type { PersonRow } from '#contract/casework/persons';
import { useText } from '../../../i18n/text.ts';
import { blanksAsNull, orNull, withBlanks } from '../../../lib/blanks.ts';
import { useUsedNames } from '../../../lib/useUsedNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { KnownNameInput } from '../../../ui/KnownNameInput.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../corrections/ReasonField.tsx';
import { useStrike } from '../corrections/useStrike.tsx';
import classes from './Persons.module.css';
import { personName } from './personWords.ts';

interface IdentifierDialogProps {
  readonly file: CaseFile;
  readonly number: string;
  readonly persons: readonly PersonRow[];
  readonly identifier: IdentifierRow | null;
  readonly onClose: () => void;
}

const blank = {
  kind: 'handle',
  value: '',
  service: '',
  port: '' as string | number,
  seenText: '',
  seenOffset: '',
  event: '',
  obtained: '',
  obtainedReference: '',
  personId: '',
};

function factsOf({ port, ...values }: typeof blank) {
  return { ...blanksAsNull(values), port: values.kind === 'ip' && port !== '' ? Number(port) : null };
}

export function IdentifierDialog({ file, number, persons, identifier, onClose }: IdentifierDialogProps) {
  const t = useText();
  const isNew = identifier === null;
  const { providers } = useUsedNames();
  const { form, sending } = useMethodForm(isNew ? 'identifiers.add' : 'identifiers.change', {
    values: { ...withBlanks(blank, identifier), reason: '' },
    toInput: ({ reason, ...values }) => ({
      ...factsOf(values),
      file,
      ...(identifier !== null && {
        identifierId: identifier.id,
        version: identifier.version,
        reason: orNull(reason),
      }),
    }),
    names: {
      value: t('codes:field.value'),
      service: t('codes:field.service'),
      obtainedReference: t('persons:identifier.reference'),
      seenText: t('persons:identifier.seenText'),
      seenOffset: t('codes:field.seenOffset'),
      event: t('codes:field.event'),
      port: t('codes:field.port'),
    },
    onDone: onClose,
  });
  const struck = identifier && { record: 'identifier' as const, row: identifier, name: identifier.value };
  const [striking, aside] = useStrike(file, struck, onClose);
  if (striking !== null) return striking;
  return (
    <FormDialog
      title={t(isNew ? 'persons:identifier.add' : 'persons:identifier.change', { number })}
      submit={t(isNew ? 'persons:identifier.submitNew' : 'persons:identifier.submit')}
      aside={aside}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('codes:field.kind')}
          options={identifierKind.options.map((each) => ({ value: each, label: t(`codes:identifierKind.${each}`) }))}
          data-autofocus
          {...form.getInputProps('kind')}
        />
        <TextInput
          label={t('codes:field.value')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('value')}
        />
      </FieldRow>
      <FieldRow>
        <KnownNameInput label={t('codes:field.service')} names={providers} {...form.getInputProps('service')} />
        <Choice
          label={t('codes:field.person')}
          empty={t('persons:identifier.nobody')}
          options={persons.map((each) => ({ value: each.id, label: personName(each, t) }))}
          {...form.getInputProps('personId')}
        />
      </FieldRow>
      <FieldRow>
        <Choice
          label={t('codes:field.obtained')}
          empty={t('persons:identifier.notSaid')}
          options={obtained.options.map((each) => ({ value: each, label: t(`codes:obtained.${each}`) }))}
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
        <TextInput label={t('codes:field.seenOffset')} placeholder="-05:00" {...form.getInputProps('seenOffset')} />
      </FieldRow>
      <p className={classes.note}>{t('persons:identifier.offsetHint')}</p>
      <FieldRow>
        <TextInput label={t('codes:field.event')} {...form.getInputProps('event')} />
        {form.values.kind === 'ip' && (
          <NumberInput
            label={t('codes:field.port')}
            min={1}
            max={65535}
            allowDecimal={false}
            thousandSeparator={false}
            {...form.getInputProps('port')}
          />
        )}
      </FieldRow>
      <CorrectionReason before={identifier} after={factsOf(form.values)} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
