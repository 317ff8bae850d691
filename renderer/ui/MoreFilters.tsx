import { Button, Popover, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';

interface MoreFiltersProps {
  /** How many of those behind it are set. */
  readonly active: number;
  readonly children: ReactNode;
}

/** The filters that are seldom used, behind one button. */
export function MoreFilters({ active, children }: MoreFiltersProps) {
  const t = useText();
  const [opened, { close, toggle }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={close}
      onDismiss={close}
      position="bottom-start"
      width={264}
      withinPortal={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
          onClick={toggle}
        >
          {active === 0 ? t('lists:more.none') : t('lists:more.active', { count: active })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists:more.none')}>
        <Stack gap="sm">{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
