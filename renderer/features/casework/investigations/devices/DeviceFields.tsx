import { NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { deviceEnd, deviceKind } from '#contract/ground/codes';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { isStillOffered } from '../../corrections/isStillOffered.ts';
import { PersonChoice } from '../people/PersonChoice.tsx';
import type { DeviceValues } from './deviceValues.ts';

interface DeviceFieldsProps {
  readonly file: InvestigationRow;
  readonly form: UseFormReturnType<DeviceValues>;
  readonly isNew: boolean;
}

export function DeviceFields({ file, form, isNew }: DeviceFieldsProps) {
  const t = useText();
  const { authorityId } = form.values;
  const authorities = useAuthorityChoices(file, authorityId);
  return (
    <>
      <FieldRow>
        <Choice
          label={t('codes:field.kind')}
          data-autofocus
          options={deviceKind.options.map((kind) => ({ value: kind, label: t(`codes:deviceKind.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <NumberInput
          label={t('fileWork:devices.count')}
          min={1}
          max={999}
          allowDecimal={false}
          {...form.getInputProps('count')}
        />
        <TextInput label={t('codes:field.label')} {...form.getInputProps('label')} />
      </FieldRow>
      <FieldRow>
        <DateField label={t('codes:field.seizedOn')} {...form.getInputProps('seizedOn')} />
        {authorities.length > 0 && (
          <Choice
            label={t('fileWork:devices.authority')}
            empty={t('common:none')}
            options={authorities}
            {...form.getInputProps('authorityId')}
          />
        )}
      </FieldRow>
      <FieldRow>
        <PersonChoice investigationId={file.id} {...form.getInputProps('personId')} />
        <TextInput label={t('codes:field.place')} {...form.getInputProps('place')} />
      </FieldRow>
      <FieldRow>
        <Choice
          label={t('codes:field.locked')}
          empty={t('fileWork:devices.lock.notKnown')}
          options={(['locked', 'notLocked'] as const).map((value) => ({
            value,
            label: t(`fileWork:devices.lock.${value}`),
          }))}
          {...form.getInputProps('locked')}
        />
        {form.values.locked === 'locked' && (
          <DateField label={t('codes:field.unlockedOn')} {...form.getInputProps('unlockedOn')} />
        )}
      </FieldRow>
      <FieldRow>
        <DateField label={t('codes:field.queuedOn')} {...form.getInputProps('queuedOn')} />
        <TextInput label={t('codes:field.lab')} {...form.getInputProps('lab')} />
      </FieldRow>
      {!isNew && (
        <>
          <FieldRow>
            <DateField label={t('fileWork:devices.beganOn')} {...form.getInputProps('beganOn')} />
            <DateField label={t('codes:field.examinedOn')} {...form.getInputProps('examinedOn')} />
          </FieldRow>
          <FieldRow>
            <DateField label={t('fileWork:devices.endedOn')} {...form.getInputProps('endedOn')} />
            <Choice
              label={t('fileWork:devices.end')}
              empty={t('fileWork:devices.stillHeld')}
              options={deviceEnd.options
                .filter((end) => isStillOffered(end, form.values.endReason))
                .map((end) => ({ value: end, label: t(`codes:deviceEnd.${end}`) }))}
              {...form.getInputProps('endReason')}
            />
          </FieldRow>
        </>
      )}
    </>
  );
}

/** What devices may have come by: the file's authorities, each by its name and day. */
/** Of search, with the one that the device names though it was taken out as entered in error. */
function useAuthorityChoices(file: InvestigationRow, named: string) {
  const format = useFormat();
  const t = useText();
  const kinds = useRead('authorities.catalogue', {}, { frozen: true }).data?.kinds ?? [];
  const held = useRead('authorities.list', { investigationId: file.id }).data?.authorities;
  const isStruck = held !== undefined && named !== '' && !held.some(({ id }) => id === named);
  const choices = (held ?? []).flatMap(({ id, kind: code, startedOn }) => {
    const kind = kinds.find((each) => each.code === code);
    if (kind === undefined || kind.group !== 'search') return [];
    return [{ value: id, label: t('authorities:named', { name: format.bilingual(kind.name), on: startedOn }) }];
  });
  return isStruck ? [...choices, { value: named, label: t('fileWork:devices.struck') }] : choices;
}
