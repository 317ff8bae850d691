import { Checkbox, MultiSelect, Stack, Radio } from '@mantine/core';
import { maySeeSomeOnly, rolesIn } from '#contract/store/session';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useUnitNames } from './useUnitNames.ts';
import { useAgreementNames } from './useAgreementNames.ts';
import type { ReactNode } from 'react';

/** What a form's `getInputProps` gives for a field. */
interface Field<T> {
  readonly value?: T;
  readonly onChange?: (value: T) => void;
  readonly error?: ReactNode;
}

/** Which agreements a coordinator sees: null means all of them. */
function AgreementsField({ value = null, onChange, error }: Field<string[] | null>) {
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

interface RightsFieldsProps {
  /** What the form's `getInputProps` gives for each. */
  readonly roles: Field<string[]>;
  readonly units: Field<string[]>;
  readonly agreements: Field<string[] | null>;
}

export function RightsFields({ roles, units, agreements }: RightsFieldsProps) {
  const t = useText();
  const { kind } = useSession().workspace;
  const { choices } = useUnitNames();
  return (
    <>
      <Checkbox.Group label={t('admin:users.roles')} {...roles}>
        <Stack gap="xs" mt={4}>
          {rolesIn[kind].map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`codes:role.${role}`)}
              description={t(`admin:roleText.${role}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {kind === 'coordination' && maySeeSomeOnly(roles.value ?? []) && <AgreementsField {...agreements} />}
      {kind === 'unit' && (
        <MultiSelect
          label={t('codes:heading.units')}
          description={t('admin:users.unitsHint')}
          data={choices}
          searchable
          {...units}
        />
      )}
    </>
  );
}
