import { Anchor } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Frame } from './Frame.tsx';
import type { OpenedWorkspace } from './openedWorkspace.ts';
import { OtherHere } from './OtherHere.tsx';
import { RecoverForm } from './RecoverForm.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';
import { SignInForm } from './SignInForm.tsx';
import classes from './Welcome.module.css';

interface SignInScreenProps {
  readonly opened: OpenedWorkspace;
  /** The store stopped by itself: said once, above the form. */
  readonly storeEnded: boolean;
  readonly onSignedIn: () => void;
  readonly onLeave: () => void;
}

export function SignInScreen({ opened, storeEnded, onSignedIn, onLeave }: SignInScreenProps) {
  const t = useText();
  const [isRecovering, recovering] = useDisclosure();
  const [recovered, setRecovered] = useState<Output<'session.recover'> | null>(null);
  const { workspace, other, signIns } = opened;
  const [otherReason, setOtherReason] = useState<string | null>(null);
  if (recovered !== null)
    return <RecoveryKey recoveryKey={recovered.recoveryKey} notReached={recovered.notReached} onDone={onSignedIn} />;
  return (
    <Frame isDemonstration={workspace.demonstration}>
      <header>
        <h1 className={classes.title}>{workspace.name}</h1>
        {workspace.kind !== null && <p className={classes.promise}>{t(`codes:workspaceKind.${workspace.kind}`)}</p>}
        {workspace.server !== null && (
          <p className={classes.promise}>
            {t('welcome:signIn.server', { server: workspace.server })} {t('common:serverTrust')}
          </p>
        )}
      </header>
      {storeEnded && (
        <Notice tone="dueSoon" icon={IconPlugConnectedX} title={t('errors:storeEnded.title')}>
          {t('errors:storeEnded.advice')}
        </Notice>
      )}
      {other !== null && otherReason === null ? (
        <OtherHere what={other} onContinue={setOtherReason} />
      ) : isRecovering ? (
        <RecoverForm otherReason={otherReason} onRecovered={setRecovered} />
      ) : (
        <SignInForm otherReason={otherReason} signIns={signIns} onSignedIn={onSignedIn} />
      )}
      <div className={classes.links}>
        {(other === null || otherReason !== null) && (
          <Anchor component="button" type="button" size="sm" onClick={recovering.toggle}>
            {isRecovering ? t('welcome:signIn.withPassphrase') : t('welcome:signIn.withRecoveryKey')}
          </Anchor>
        )}
        <Anchor component="button" type="button" size="sm" onClick={onLeave}>
          {t('welcome:signIn.other')}
        </Anchor>
      </div>
    </Frame>
  );
}
