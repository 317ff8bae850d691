import { Button, Group } from '@mantine/core';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { CreateWorkspace } from './CreateWorkspace.tsx';
import { Demonstration } from './Demonstration.tsx';
import { Frame } from './Frame.tsx';
import { KnownWorkspaces } from './KnownWorkspaces.tsx';
import type { OpenedWorkspace } from './openedWorkspace.ts';
import { RestoreBackup } from './RestoreBackup.tsx';
import classes from './Welcome.module.css';

interface WelcomeScreenProps {
  /** Why the workspace that was open could not be opened again. */
  readonly failure: Failure | null;
  readonly onOpened: (opened: OpenedWorkspace) => void;
  readonly onSignedIn: () => void;
}

/** Before anything is open: the workspaces of this computer, a new one, or the demonstration. */
export function WelcomeScreen({ failure, onOpened, onSignedIn }: WelcomeScreenProps) {
  const t = useText();
  const [doing, form] = useOpened<'creating' | 'restoring'>();
  const known = useRead('workspaces.known', {});
  const open = useWrite('workspaces.open');
  const choose = useWrite('workspaces.choose');
  const shown = open.error?.failure ?? choose.error?.failure ?? (open.isIdle && choose.isIdle ? failure : null);

  const openGrant = (grant: FileGrant) => {
    open.mutate({ grant }, { onSuccess: onOpened });
  };
  const chooseFolder = () => {
    open.reset();
    choose.mutate(
      {},
      {
        onSuccess: ({ workspace }) => {
          if (workspace !== null) openGrant(workspace.grant);
        },
      },
    );
  };

  if (doing === 'restoring') {
    return <RestoreBackup isOpening={open.isPending} onCancel={form.close} onOpen={openGrant} />;
  }
  if (doing === 'creating') {
    return <CreateWorkspace onCancel={form.close} onCreated={onSignedIn} />;
  }
  const workspaces = known.data?.workspaces ?? [];
  return (
    <Frame>
      <header>
        <h1 className={classes.wordmark}>Vigie</h1>
        <p className={classes.promise}>{t('welcome:promise')}</p>
      </header>
      {shown !== null && <FailureAlert failure={shown} />}
      <KnownWorkspaces
        workspaces={workspaces.filter((workspace) => !workspace.demonstration)}
        isBusy={open.isPending}
        onOpen={openGrant}
      />
      <Group gap="sm">
        <Button variant={workspaces.length === 0 ? 'filled' : 'default'} onClick={form.opener('creating')}>
          {t('welcome:create')}
        </Button>
        <Button variant="default" onClick={chooseFolder} loading={choose.isPending}>
          {t('welcome:open')}
        </Button>
        <Button variant="default" onClick={form.opener('restoring')}>
          {t('welcome:restoreBackup')}
        </Button>
      </Group>
      <Demonstration
        workspaces={workspaces.filter((workspace) => workspace.demonstration)}
        isBusy={open.isPending}
        onOpen={openGrant}
      />
    </Frame>
  );
}
