import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconFolder, IconFolders, IconServer, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { FileGrant } from '#contract/ground/ids';
import type { KnownWorkspace } from '#contract/store/shell';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Welcome.module.css';

interface KnownWorkspacesProps {
  readonly workspaces: readonly KnownWorkspace[];
  readonly isBusy: boolean;
  readonly onOpen: (grant: FileGrant) => void;
}

export function KnownWorkspaces({ workspaces, isBusy, onOpen }: KnownWorkspacesProps) {
  const t = useText();
  const client = useQueryClient();
  const forget = useWrite('workspaces.forget');
  if (workspaces.length === 0) return null;
  return (
    <section>
      <h2 className={shared.headingSmall}>{t('welcome:known')}</h2>
      <ul className={classes.list}>
        {workspaces.map((workspace) => (
          <li key={workspace.grant} className={classes.item}>
            <WorkspaceButton workspace={workspace} isBusy={isBusy} onOpen={onOpen} />
            {!workspace.demonstration && (
              <ActionIcon
                aria-label={t('welcome:forget', { name: workspace.name })}
                onClick={() => {
                  forget.mutate(
                    { grant: workspace.grant },
                    { onSuccess: () => void client.invalidateQueries({ queryKey: ['workspaces.known'] }) },
                  );
                }}
              >
                <IconX size={14} stroke={1.5} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WorkspaceButtonProps {
  readonly workspace: KnownWorkspace;
  readonly isBusy: boolean;
  readonly onOpen: (grant: FileGrant) => void;
}

export function WorkspaceButton({ workspace, isBusy, onOpen }: WorkspaceButtonProps) {
  const t = useText();
  const FolderIcon = workspace.kind === 'coordination' ? IconFolders : IconFolder;
  const KindIcon = workspace.server === null ? FolderIcon : IconServer;
  return (
    <UnstyledButton
      className={classes.workspace}
      disabled={isBusy}
      onClick={() => {
        onOpen(workspace.grant);
      }}
    >
      <KindIcon size={16} stroke={1.5} aria-hidden />
      <span className={classes.about}>
        <span className={classes.name}>{workspace.name}</span>
        {workspace.parent !== null && <span className={classes.parent}>{workspace.parent}</span>}
      </span>
      {workspace.kind !== null && <span className={shared.small}>{t(`codes:workspaceKind.${workspace.kind}`)}</span>}
      <IconChevronRight size={14} stroke={1.5} aria-hidden />
    </UnstyledButton>
  );
}
