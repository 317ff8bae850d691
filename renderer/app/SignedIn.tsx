import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import 'dayjs/locale/en-ca';
import 'dayjs/locale/fr-ca';
import { useMemo } from 'react';
import { usePreferences } from '../bridge/preferences.ts';
import { useRead } from '../bridge/queries.ts';
import { SessionContext } from '../bridge/session.ts';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import { lockNow } from './lock.ts';
import { Shell } from './Shell.tsx';

/** The frame of those who have signed in, and what only that frame needs. */
export function SignedIn() {
  const { locale } = usePreferences().preferences;
  const dates = useMemo(() => ({ locale: `${locale}-ca`, firstDayOfWeek: 0 as const }), [locale]);
  const session = useRead('session.current', {}).data?.session ?? null;
  if (session === null) return null;
  return (
    <SessionContext value={session}>
      <DatesProvider settings={dates}>
        {session.mustChangePassphrase ? <ChangePassphraseDialog isFirst onClose={lockNow} /> : <Shell />}
        <Notifications position="bottom-right" />
      </DatesProvider>
    </SessionContext>
  );
}
