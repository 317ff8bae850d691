import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { SharedKeyDialog } from './SharedKeyDialog.tsx';

/** What the exchange is called and until when; then the key, this once. */
export function BeginDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { units } = useNames();
  const [sharedKey, setSharedKey] = useState<string | null>(null);
  const { form, sending } = useMethodForm('exchanges.begin', {
    values: { unitId: '', name: '', expiresOn: '' },
    toInput: ({ unitId, ...values }) => ({ ...values, unitId: unitId === '' ? (units[0]?.id ?? '') : unitId }),
    onDone: (begun) => {
      setSharedKey(begun.sharedKey);
    },
  });
  if (sharedKey !== null) return <SharedKeyDialog sharedKey={sharedKey} onClose={onClose} />;
  return (
    <FormDialog title={t('exchanges:begin.button')} submit={t('exchanges:begin.submit')} {...sending} onClose={onClose}>
      {units.length > 1 && (
        <Choice
          label={t('codes:heading.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
          {...form.getInputProps('unitId')}
        />
      )}
      <TextInput
        label={t('codes:field.name')}
        description={t('exchanges:begin.nameHint')}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <DateField
        label={t('codes:field.lastOn')}
        tense="ahead"
        description={t('exchanges:begin.expiresHint')}
        {...form.getInputProps('expiresOn')}
      />
    </FormDialog>
  );
}
