import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { onPageEvent } from '../bridge/bridge.ts';
import { useText } from '../i18n/text.ts';
import { Notice } from '../ui/Notice.tsx';

/** Said while the server is away, on every screen. */
export function ServerAway() {
  const t = useText();
  const [isAway, setAway] = useState(false);
  useEffect(
    () =>
      onPageEvent((event) => {
        if (event.type === 'server') setAway(event.isAway);
      }),
    [],
  );
  if (!isAway) return null;
  return (
    <Notice tone="overdue" icon={IconPlugConnectedX} title={t('errors:reason.server_away.title')} live="assertive">
      {t('shell:serverAway')}
    </Notice>
  );
}
