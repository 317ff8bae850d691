import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import type { FileGrant } from '#contract/ground/ids';
import type { KnownWorkspace } from '#contract/store/shell';
import { useJob } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import { WorkspaceButton } from './KnownWorkspaces.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Welcome.module.css';

interface DemonstrationProps {
  readonly workspaces: readonly KnownWorkspace[];
  readonly isBusy: boolean;
  readonly onOpen: (grant: FileGrant) => void;
}

/** Fictitious workspaces to look around in; built on this computer the first time. */
export function Demonstration({ workspaces, isBusy, onOpen }: DemonstrationProps) {
  const t = useText();
  const client = useQueryClient();
  const job = useJob();
  const prepare = useWrite('demonstration.prepare');
  const [isAsked, question] = useDisclosure(false);
  const build = (again: boolean) => {
    question.close();
    prepare.mutate(
      { jobId: job.start(), again },
      { onSuccess: () => void client.invalidateQueries({ queryKey: ['workspaces.known'] }) },
    );
  };
  return (
    <section className={classes.demonstration}>
      <h2 className={shared.headingSmall}>{t('welcome:demonstration.title')}</h2>
      <p className={classes.text}>
        {t('welcome:demonstration.text')} {workspaces.length === 0 && t('welcome:demonstration.time')}
      </p>
      {prepare.error !== null && <FailureAlert failure={prepare.error.failure} />}
      {workspaces.length > 0 && (
        <ul className={classes.list}>
          {workspaces.map((workspace) => (
            <li key={workspace.grant} className={classes.item}>
              <WorkspaceButton workspace={workspace} isBusy={isBusy} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {prepare.isPending && (
        <ProgressPanel title={t('welcome:demonstration.building')} progress={job.progress} onCancel={job.cancel} />
      )}
      {!prepare.isPending && workspaces.length === 0 && (
        <Button
          variant="default"
          onClick={() => {
            build(false);
          }}
        >
          {t('welcome:demonstration.build')}
        </Button>
      )}
      {!prepare.isPending && workspaces.length > 0 && (
        <Button variant="subtle" size="compact-sm" disabled={isBusy} onClick={question.open}>
          {t('welcome:demonstration.again')}
        </Button>
      )}
      {isAsked && (
        <ConfirmDialog
          title={t('welcome:demonstration.again')}
          confirm={t('welcome:demonstration.again')}
          onConfirm={() => {
            build(true);
          }}
          onClose={question.close}
        >
          {t('welcome:demonstration.againText')}
        </ConfirmDialog>
      )}
    </section>
  );
}
