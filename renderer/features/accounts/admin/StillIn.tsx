import { IconKey } from '@tabler/icons-react';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** To the administrator whose sign-in finished what was cut short: in which backups an old way in is left. */
export function StillIn() {
  const t = useText();
  const { data } = useRead('backups.state', {});
  if (!data || data.notReached.length === 0) return null;
  const backups = data.notReached.map(({ name }) => name ?? t('shell:stillIn.second')).join(', ');
  return (
    <Notice tone="dueSoon" icon={IconKey} title={t('shell:stillIn.title')}>
      {t('shell:stillIn.text', { backups })}
    </Notice>
  );
}
