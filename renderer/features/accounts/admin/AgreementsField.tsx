import { MultiSelect, Radio, Stack } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import type { Field } from './field.ts';
import { useAgreementNames } from './useAgreementNames.ts';

/** Which agreements a coordinator sees: null means all of them. */
export function AgreementsField({ value = null, onChange, error }: Field<string[] | null>) {
  const t = useText();
  const { choices } = useAgreementNames();
  return (
    <>
      <Radio.Group
        label={t('admin:users.agreements.label')}
        value={value === null ? 'all' : 'some'}
        onChange={(seen) => {
          onChange?.(seen === 'all' ? null : []);
        }}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="all" label={t('admin:users.agreements.all')} />
          <Radio value="some" label={t('admin:users.agreements.some')} />
        </Stack>
      </Radio.Group>
      {value !== null && (
        <MultiSelect
          label={t('admin:users.agreements.chosen')}
          description={t('admin:users.agreements.hint')}
          data={choices}
          searchable
          value={value}
          onChange={onChange ?? (() => undefined)}
          error={error}
        />
      )}
    </>
  );
}
