import { Drawer, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';

interface SideDrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel beside the estimate. Its head is not a `header`: a page has one banner. */
export function SideDrawer({ title, onClose, children }: SideDrawerProps) {
  const t = useText();
  return (
    <Drawer.Root opened onClose={onClose} position="right" size={448} padding="lg" transitionProps={{ duration: 120 }}>
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content>
        <Group justify="space-between" px="lg" py="md" wrap="nowrap">
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('common:close')} />
        </Group>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
