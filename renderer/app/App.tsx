import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useCallback, useEffect, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { call, onPageEvent } from '../bridge/bridge.ts';
import { readClock } from '../lib/readClock.ts';
import { refetchTouched } from '../bridge/topics.ts';
import type { OpenedWorkspace } from '../features/accounts/welcome/openedWorkspace.ts';
import { SignInScreen } from '../features/accounts/welcome/SignInScreen.tsx';
import { WelcomeScreen } from '../features/accounts/welcome/WelcomeScreen.tsx';
import { Help } from './Help.tsx';
import { showHelp } from './help.ts';
import { findStage, type Stage } from './stage.ts';

const loadSignedIn = () => import('./SignedIn.tsx');
/** Most of the page's code, and none of it for who has not signed in. */
const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }));

/** The workspace is closed whether or not the store answers. */
function leaveWorkspace(): void {
  call('workspaces.close', {}).catch(() => undefined);
}

/** Which of the three frames is in view: choosing a workspace, signing in, or working. */
export function App({ first }: { readonly first: Stage }) {
  const [stage, setStage] = useState(first);
  const client = useQueryClient();
  const [, navigate] = useHashLocation();

  useEffect(() => {
    // While the user reads and types; a failure shows when the code is needed.
    requestIdleCallback(() => {
      loadSignedIn().catch(() => undefined);
    });
  }, []);

  useEffect(
    () =>
      onPageEvent((event) => {
        if (event.type === 'touched') void refetchTouched(client, event.topics);
        if (event.type === 'store_closed') {
          client.clear();
          leaveWorkspace();
          setStage({ at: 'welcome', failure: event.failure });
        }
        if (event.type !== 'store_ended') return;
        client.clear();
        void findStage().then((next) => {
          setStage(next.at === 'signIn' ? { ...next, storeEnded: true } : next);
        });
      }),
    [client],
  );

  const toSignIn = useCallback((opened: OpenedWorkspace) => {
    setStage({ at: 'signIn', opened, storeEnded: false });
  }, []);
  const toSession = useCallback(() => {
    client.clear();
    showHelp(null);
    const leftAt = call('app.leftAt', {}).catch(() => ({ path: null }));
    void Promise.all([leftAt, readClock()]).then(([{ path }]) => {
      navigate(path ?? '/', { replace: true });
      setStage({ at: 'session' });
    });
  }, [client, navigate]);
  const toWelcome = useCallback(() => {
    leaveWorkspace();
    setStage({ at: 'welcome', failure: null });
  }, []);

  return (
    <>
      <StageFrame {...{ stage, toSession, toSignIn, toWelcome }} />
      <Help />
    </>
  );
}

interface StageFrameProps {
  readonly stage: Stage;
  readonly toSession: () => void;
  readonly toSignIn: (opened: OpenedWorkspace) => void;
  readonly toWelcome: () => void;
}

function StageFrame({ stage, toSession, toSignIn, toWelcome }: StageFrameProps) {
  switch (stage.at) {
    case 'welcome':
      return <WelcomeScreen failure={stage.failure} onOpened={toSignIn} onSignedIn={toSession} />;
    case 'signIn':
      return (
        <SignInScreen opened={stage.opened} storeEnded={stage.storeEnded} onSignedIn={toSession} onLeave={toWelcome} />
      );
    case 'session':
      return (
        <Suspense fallback={null}>
          <SignedIn />
        </Suspense>
      );
  }
}
