import { Checkbox, MultiSelect, Stack } from '@mantine/core';
import { maySeeSomeOnly, rolesIn } from '#contract/store/session';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { AgreementsField } from './AgreementsField.tsx';
import type { Field } from './field.ts';
import { useUnitNames } from './useUnitNames.ts';

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
