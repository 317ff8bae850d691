import { Suspense, useRef } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useHasRole, useSession } from '../bridge/session.ts';
import { useText } from '../i18n/text.ts';
import { useTrail } from '../lib/drillDown.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ServerAway } from '../ui/ServerAway.tsx';
import { StillIn } from '../features/accounts/admin/StillIn.tsx';
import { NoUnit } from '../features/accounts/waiting/NoUnit.tsx';
import { Unconfirmed } from '../features/accounts/waiting/Unconfirmed.tsx';
import { ClockNotice } from '../features/accounts/clock/ClockNotice.tsx';
import { CopyNotice } from '../features/accounts/copy/CopyNotice.tsx';
import { MovedNotice } from '../features/accounts/copy/MovedNotice.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { HeaderBand } from './HeaderBand.tsx';
import { Navigation } from './Navigation.tsx';
import { RunningClocks } from './RunningClocks.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { ScreenKeys } from './ScreenKeys.tsx';
import { landingPath, screensOf } from './screensOf.ts';
import classes from './Shell.module.css';

export function Shell() {
  const t = useText();
  const session = useSession();
  useTrail();
  const content = useRef<HTMLElement>(null);
  const available = screensOf(session);
  const worksCases = useHasRole('investigator', 'supervisor') && session.workspace.kind === 'unit';
  return (
    <div className={classes.frame}>
      <a
        className={classes.skip}
        href="#content"
        onClick={(event) => {
          // The address belongs to the router.
          event.preventDefault();
          content.current?.focus();
        }}
      >
        {t('shell:skip')}
      </a>
      <HeaderBand />
      <ServerAway />
      <ClockNotice />
      <CopyNotice />
      <MovedNotice />
      <Unconfirmed />
      <StillIn />
      <NoUnit />
      {worksCases && <RunningClocks />}
      <div className={classes.body}>
        <Navigation screens={available} worksCases={worksCases} />
        <main ref={content} id="content" className={classes.content} tabIndex={-1}>
          <Switch>
            <Route path="/">
              <Redirect to={landingPath(session)} replace />
            </Route>
            {available.map((screen) => (
              <Route key={screen.path} path={`${screen.path}/*?`}>
                <ScreenBoundary>
                  <Suspense fallback={<p className={classes.waiting}>{t('shell:loading')}</p>}>
                    <screen.element />
                  </Suspense>
                </ScreenBoundary>
              </Route>
            ))}
            <Route>
              <PageHeader title={t('shell:noScreen.title')} />
              <EmptyState title={t('shell:noScreen.title')} text={t('shell:noScreen.text')} />
            </Route>
          </Switch>
        </main>
      </div>
      <Suspense fallback={null}>
        {available.map((screen) => screen.everywhere && <screen.everywhere key={screen.path} />)}
      </Suspense>
      <CommandPalette screens={available} />
      <ScreenKeys />
    </div>
  );
}
