import { IconPlugConnectedX } from '@tabler/icons-react';
import { useServerAway } from '../bridge/serverAway.ts';
import { useText } from '../i18n/text.ts';
import { Notice } from './Notice.tsx';

/** Said while the server is away: on every screen, and in a form that covers it. */
export function ServerAway() {
  const t = useText();
  const isAway = useServerAway();
  if (!isAway) return null;
  return (
    <Notice tone="overdue" icon={IconPlugConnectedX} title={t('errors:reason.server_away.title')} live="assertive">
      {t('shell:serverAway')}
    </Notice>
  );
}
