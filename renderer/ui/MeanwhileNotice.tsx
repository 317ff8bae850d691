import { Button, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import { Notice } from './Notice.tsx';
import type { Meanwhile } from './useMeanwhile.ts';

/** Of a field that two people changed: the text that is saved, beside the one that is typed below. */
export function MeanwhileNotice({ field: { name, theirs, keepMine, useTheirs } }: { readonly field: Meanwhile }) {
  const t = useText();
  return (
    <Notice tone="dueSoon" icon={IconUsers} title={t('lists:meanwhile.title', { field: name })} live="assertive">
      <Stack gap="xs">
        <Text size="sm">{t('lists:meanwhile.saved')}</Text>
        <Text size="sm" fw={600} style={{ whiteSpace: 'pre-wrap' }}>
          {theirs === '' ? t('lists:meanwhile.empty') : theirs}
        </Text>
        <Group gap="sm">
          <Button size="compact-sm" variant="default" onClick={useTheirs}>
            {t('lists:meanwhile.useTheirs')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={keepMine}>
            {t('lists:meanwhile.keepMine')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
