import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useText } from '../i18n/text.ts';
import type { DrillDown } from '../lib/drillDown.ts';

/** Says that a list shows what one figure counts, with the ways back to the figure and to the usual list. */
export function DrillChip({ drill }: { readonly drill: DrillDown | null }) {
  const t = useText();
  const [, navigate] = useLocation();
  if (drill === null) return null;
  const { from, end } = drill;
  return (
    <Group gap={4} wrap="nowrap">
      {from !== null && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowLeft size={14} stroke={1.75} aria-hidden />}
          onClick={() => {
            end();
            navigate(from);
          }}
        >
          {t('lists:drill.back')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="light"
        rightSection={<IconX size={14} stroke={1.75} aria-hidden />}
        title={t('lists:drill.end')}
        onClick={end}
      >
        {t('lists:drill.text')}
      </Button>
    </Group>
  );
}
