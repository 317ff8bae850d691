import { Anchor } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { RunningClock } from '#contract/casework/authorities';
import { call, onPageEvent } from '../bridge/bridge.ts';
import { usePreferences } from '../bridge/preferences.ts';
import { useRead } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { useMinute } from '../lib/useMinute.ts';
import { useNames } from '../lib/useNames.ts';
import { useOpened } from '../lib/useOpened.ts';
import { Notice } from '../ui/Notice.tsx';
import { TimeLeftBadge } from '../ui/TimeLeftBadge.tsx';
import { LeavingDialog } from './LeavingDialog.tsx';
import { askBeforeLock } from './lock.ts';
import classes from './RunningClocks.module.css';

/** How long before a deadline in hours it is announced. */
const ahead = 60 * 60_000;
/** One shift: what passed before it is in the inbox, and is no news. */
const shift = 8 * 60 * 60_000;

/** Announces deadlines in hours before they pass, and shows those that run before one locks or leaves. */
export function RunningClocks() {
  const t = useText();
  const names = useNames();
  const now = useMinute();
  const read = useRead('due.running', {});
  const rows = (read.data?.rows ?? []).filter(({ dueAt }) => dueAt > now - shift);
  const near = rows.filter(({ dueAt }) => dueAt - now <= ahead);
  useAlert(near);
  const [leaving, stay] = useLeaving(rows.length > 0);
  const { refetch } = read;
  useEffect(() => {
    void refetch();
  }, [now, refetch]);
  return (
    <>
      {near.length > 0 && (
        <div className={classes.alarm}>
          <Notice
            tone="overdue"
            icon={IconAlertOctagon}
            title={t('shell:clocks.near', { count: near.length })}
            live="assertive"
          >
            <ul className={classes.list}>
              {near.slice(0, 3).map((row) => (
                <li key={row.id}>
                  <Anchor component={Link} href={`/referrals/${row.id}`} inherit underline="always">
                    {names.fileNumber(row)}
                  </Anchor>{' '}
                  <TimeLeftBadge at={row.dueAt} what={row.what} />
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {leaving !== null && <LeavingDialog rows={rows} to={leaving} onStay={stay} />}
    </>
  );
}

/** The system's alert, once for each deadline. */
function useAlert(near: readonly RunningClock[]): void {
  const { locale } = usePreferences().preferences;
  const alerted = useRef(new Set<string>());
  const keys = near.map(({ id, dueAt }) => `${id} ${String(dueAt)}`).join('|');
  useEffect(() => {
    const fresh = keys.split('|').filter((key) => key !== '' && !alerted.current.has(key));
    if (fresh.length === 0) return;
    for (const key of fresh) alerted.current.add(key);
    call('app.alert', { locale }).catch(() => undefined);
  }, [keys, locale]);
}

/** What was about to be done while clocks run; null where nothing was. */
function useLeaving(isRunning: boolean) {
  const [leaving, dialog] = useOpened<'lock' | 'quit'>();
  useEffect(() => {
    call('app.watchClocks', { running: isRunning }).catch(() => undefined);
    if (!isRunning) return undefined;
    const forget = askBeforeLock(dialog.opener('lock'));
    const stop = onPageEvent((event) => {
      if (event.type === 'leaving') dialog.open('quit');
    });
    return () => {
      forget();
      stop();
      call('app.watchClocks', { running: false }).catch(() => undefined);
    };
  }, [isRunning, dialog]);
  const stay = () => {
    dialog.close();
    // Closing is asked about once more.
    call('app.watchClocks', { running: isRunning }).catch(() => undefined);
  };
  return [leaving, stay] as const;
}
