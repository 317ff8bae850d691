import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { call, onPageEvent } from '../bridge/bridge.ts';
import { useRead } from '../bridge/queries.ts';
import { SessionContext } from '../bridge/session.ts';
import { refetchTouched } from '../bridge/topics.ts';
import type { OpenedWorkspace } from '../features/welcome/openedWorkspace.ts';
import { SignInScreen } from '../features/welcome/SignInScreen.tsx';
import { WelcomeScreen } from '../features/welcome/WelcomeScreen.tsx';
import { findStage, type Stage } from './stage.ts';
import { Shell } from './Shell.tsx';

/** Which of the three frames is in view: choosing a workspace, signing in, or working. */
export function App() {
  const [stage, setStage] = useState<Stage>({ at: 'starting' });
  const client = useQueryClient();
  const [, navigate] = useHashLocation();

  useEffect(() => {
    void findStage().then(setStage);
  }, []);

  useEffect(
    () =>
      onPageEvent((event) => {
        if (event.type === 'touched') void refetchTouched(client, event.topics);
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
    navigate('/', { replace: true });
    setStage({ at: 'session' });
  }, [client, navigate]);
  const toWelcome = useCallback(() => {
    // The workspace is closed whether or not the store answers.
    call('workspaces.close', {}).catch(() => undefined);
    setStage({ at: 'welcome', failure: null });
  }, []);

  switch (stage.at) {
    case 'starting':
      return null;
    case 'welcome':
      return <WelcomeScreen failure={stage.failure} onOpened={toSignIn} onSignedIn={toSession} />;
    case 'signIn':
      return (
        <SignInScreen opened={stage.opened} storeEnded={stage.storeEnded} onSignedIn={toSession} onLeave={toWelcome} />
      );
    case 'session':
      return <SignedIn />;
  }
}

function SignedIn() {
  const current = useRead('session.current', {});
  const session = current.data?.session ?? null;
  if (session === null) return null;
  return (
    <SessionContext value={session}>
      <Shell />
    </SessionContext>
  );
}
