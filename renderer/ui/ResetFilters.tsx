import { ActionIcon } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';

/** The way back to what the list shows at first. */
export function ResetFilters({ onReset }: { readonly onReset: () => void }) {
  const t = useText();
  return (
    <ActionIcon
      size={30}
      variant="default"
      aria-label={t('lists:resetFilters')}
      title={t('lists:resetFilters')}
      onClick={onReset}
    >
      <IconFilterOff size={16} stroke={1.5} aria-hidden />
    </ActionIcon>
  );
}
