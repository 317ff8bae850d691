import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UserId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';

interface Officer {
  readonly id: UserId;
  readonly displayName: string;
}

interface OfficerChoiceProps {
  readonly officers: readonly Officer[];
  readonly label: string;
  readonly description?: ReactNode;
  readonly chosen: string;
  readonly value?: string;
  readonly error?: ReactNode;
  readonly onChange?: (userId: string) => void;
}

/** Who it goes to, by name. */
export function OfficerChoice({ officers, label, description, chosen, value, error, onChange }: OfficerChoiceProps) {
  const t = useText();
  return (
    <Radio.Group
      label={label}
      description={description}
      value={value ?? ''}
      error={error}
      onChange={(next) => onChange?.(next)}
    >
      <Stack gap={6} mt={4}>
        {officers.map(({ id, displayName }) => (
          <Radio key={id} value={id} label={displayName} data-autofocus={id === chosen || undefined} />
        ))}
        <Radio value="" label={t('referrals:filter.nobody')} data-autofocus={chosen === '' || undefined} />
      </Stack>
    </Radio.Group>
  );
}
