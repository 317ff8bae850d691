import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { AuthorityKind } from '#contract/casework/clocks';
import type { InvestigationId } from '#contract/ground/ids';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { useUsedNames } from '../../../../lib/useUsedNames.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { KnownNameInput } from '../../../../ui/KnownNameInput.tsx';
import { isStillOffered } from '../../corrections/isStillOffered.ts';
import { PersonChoice } from '../people/PersonChoice.tsx';
import type { AuthorityValues } from './authorityValues.ts';

interface AuthorityFieldsProps {
  readonly investigationId: InvestigationId;
  readonly kind: AuthorityKind;
  readonly form: UseFormReturnType<AuthorityValues>;
  /** A record that exists may end; a new one has only begun. */
  readonly mayEnd: boolean;
}

/** The fields that a kind takes, each in the kind's own words. */
export function AuthorityFields({ investigationId, kind, form, mayEnd }: AuthorityFieldsProps) {
  const t = useText();
  const format = useFormat();
  const { providers } = useUsedNames();
  const takes = (field: AuthorityKind['takes'][number]) => kind.takes.includes(field);
  const needs = (field: AuthorityKind['takes'][number]) => kind.needs.includes(field);
  return (
    <>
      <FieldRow>
        <DateField label={format.bilingual(kind.startLabel)} {...form.getInputProps('startedOn')} />
        {kind.dueLabel !== null && (
          <DateField
            label={format.bilingual(kind.dueLabel)}
            tense="ahead"
            withAsterisk={needs('dueOn')}
            {...form.getInputProps('dueOn')}
          />
        )}
      </FieldRow>
      <FieldRow>
        {takes('heldBy') && (
          <KnownNameInput
            label={t('authorities:heldBy')}
            withAsterisk={needs('heldBy')}
            names={kind.group === 'preservation' || kind.group === 'production' ? providers : []}
            {...form.getInputProps('heldBy')}
          />
        )}
        {takes('reference') && <TextInput label={t('codes:field.number')} {...form.getInputProps('reference')} />}
      </FieldRow>
      {takes('concerning') && (
        <Textarea
          label={t('authorities:concerning')}
          description={t('authorities:concerningHint')}
          withAsterisk={needs('concerning')}
          autosize
          minRows={1}
          maxRows={4}
          {...form.getInputProps('concerning')}
        />
      )}
      <FieldRow>
        <PersonChoice investigationId={investigationId} {...form.getInputProps('personId')} />
        <TextInput label={t('codes:field.place')} {...form.getInputProps('place')} />
      </FieldRow>
      <FieldRow>
        {takes('servedOn') && <DateField label={t('codes:field.servedOn')} {...form.getInputProps('servedOn')} />}
        {kind.doneLabel !== null && (
          <DateField label={format.bilingual(kind.doneLabel)} {...form.getInputProps('doneOn')} />
        )}
      </FieldRow>
      {mayEnd && (
        <FieldRow>
          <DateField label={t('codes:field.endedOn')} {...form.getInputProps('endedOn')} />
          <Choice
            label={t('codes:field.ended')}
            empty={t('authorities:notEnded')}
            options={kind.ends
              .filter(({ code }) => isStillOffered(code, form.values.endReason))
              .map(({ code, name }) => ({ value: code, label: format.bilingual(name) }))}
            {...form.getInputProps('endReason')}
          />
        </FieldRow>
      )}
    </>
  );
}
