import { TextInput } from '@mantine/core';
import { periodCode, periodMeasure } from '#contract/ground/codes';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import type { Names } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

/** How long a band, or the decision about danger, may take: for the agreement, or stricter for one unit, from a day on. */
export function TimeLimitsDialog({ names, onClose }: { readonly names: Names; readonly onClose: () => void }) {
  const t = useText();
  const ownUnit = names.units[0]?.id ?? '';
  const { form, sending } = useMethodForm('triagePeriods.set', {
    values: { unitId: ownUnit, code: 'imminent', validFrom: today(), period: { amount: '', measure: 'hours' } },
    toInput: ({ period, ...values }) => ({
      ...values,
      unitId: orNull(values.unitId),
      period: { ...period, amount: period.amount.trim() === '' ? undefined : Number(period.amount) },
    }),
    onDone: onClose,
  });
  const { unitId, code } = form.values;
  const standing = useStanding(unitId === '' ? ownUnit : unitId, code, unitId === '');
  return (
    <FormDialog title={t('triage:limits.title')} submit={t('common:setTimeLimit')} {...sending} onClose={onClose}>
      <p>{t('triage:limits.text')}</p>
      <Choice
        label={t('triage:limits.for')}
        options={[
          ...names.units.map((unit) => ({ value: unit.id, label: unit.code })),
          { value: '', label: t('triage:limits.agreement') },
        ]}
        data-autofocus
        {...form.getInputProps('unitId')}
      />
      <Choice
        label={t('common:timeLimit')}
        options={periodCode.options.map((each) => ({ value: each, label: t(`codes:periodCode.${each}`) }))}
        description={standing}
        {...form.getInputProps('code')}
      />
      <FieldRow>
        <TextInput label={t('triage:limits.amount')} inputMode="numeric" {...form.getInputProps('period.amount')} />
        <Choice
          label={t('triage:limits.measure')}
          options={periodMeasure.options.map((each) => ({ value: each, label: t(`codes:periodMeasure.${each}`) }))}
          {...form.getInputProps('period.measure')}
        />
        <DateField label={t('codes:heading.inForceFrom')} tense="either" {...form.getInputProps('validFrom')} />
      </FieldRow>
    </FormDialog>
  );
}

type Listed = Output<'triagePeriods.list'>['periods'][number]['unit'][number];

/** What was set for the agreement, then for the unit. */
function useStanding(unitId: string, code: string, isAgreement: boolean): string {
  const t = useText();
  const periods = useRead('triagePeriods.list', { unitId }, { enabled: unitId !== '' }).data?.periods;
  const found = periods?.find((each) => each.code === code);
  if (found === undefined) return '';
  const say = ({ amount, measure, validFrom, by }: Listed) => {
    const period = t(`triage:limits.period.${measure}`, { count: amount });
    return by === null
      ? t('triage:limits.default', { period })
      : t('triage:limits.since', { on: validFrom, period, by });
  };
  const agreed = t('triage:limits.agreed', { list: found.agreement.map(say).join('; ') });
  if (isAgreement || found.unit.length === 0) return agreed;
  return `${agreed} ${t('triage:limits.ofUnit', { list: found.unit.map(say).join('; ') })}`;
}
