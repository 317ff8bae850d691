import { Checkbox, TextInput } from '@mantine/core';
import type { UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { withBlanks } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface PolicyDialogProps {
  readonly unitId: UnitId;
  readonly policy: Output<'tallies.get'>['policy'];
  readonly onClose: () => void;
}

export function PolicyDialog({ unitId, policy, onClose }: PolicyDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('tallies.setPolicy', {
    values: withBlanks({ enabled: false, authority: '', decidedOn: today() }, policy),
    toInput: (values) => ({ ...values, unitId, version: policy?.version ?? null }),
    names: { authority: t('victims:policy.authority'), decidedOn: t('codes:heading.inForceFrom') },
    onDone: onClose,
  });
  return (
    <FormDialog title={t('victims:policy.title')} submit={t('victims:policy.submit')} {...sending} onClose={onClose}>
      <Checkbox
        label={t('victims:policy.enabled')}
        description={t('victims:policy.enabledHint')}
        data-autofocus
        {...form.getInputProps('enabled', { type: 'checkbox' })}
      />
      <TextInput label={t('victims:policy.authority')} {...form.getInputProps('authority')} />
      <DateField label={t('codes:heading.inForceFrom')} tense="either" w={160} {...form.getInputProps('decidedOn')} />
    </FormDialog>
  );
}
