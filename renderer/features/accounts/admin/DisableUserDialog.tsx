import { notifications } from '@mantine/notifications';
import type { User } from '#contract/accounts/people';
import { useWrite } from '../../../bridge/queries.ts';
import { useServer } from '../../../bridge/server.ts';
import { useText } from '../../../i18n/text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';

interface DisableUserDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

export function DisableUserDialog({ user, onClose }: DisableUserDialogProps) {
  const t = useText();
  const disable = useWrite('users.disable');
  const isOnServer = typeof useServer() === 'string';
  const text = t(isOnServer ? 'admin:server.disableText' : 'admin:users.disableText');
  const sure = isOnServer ? 'admin:server.disable' : 'admin:users.disableConfirm';
  const waits = user.roles.includes('administrator');
  const confirm = () => {
    disable.mutate(
      { userId: user.id },
      {
        onSuccess: ({ awaitsApproval, notReached }) => {
          const done = isOnServer ? 'admin:server.wasDisabled' : 'admin:users.wasDisabled';
          const said = awaitsApproval ? 'admin:users.disableAwaits' : done;
          notifications.show({ message: t(said, { name: user.displayName }) });
          if (notReached.length > 0)
            notifications.show({
              message: t('admin:users.stillIn', {
                backups: notReached.map(({ name }) => name ?? t('admin:backups.second')).join(', '),
              }),
              autoClose: false,
            });
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={t('admin:users.disableNamed', { name: user.displayName })}
      confirm={t(waits ? 'admin:users.disableAsk' : sure)}
      isDangerous
      isBusy={disable.isPending}
      failure={disable.error?.failure}
      onConfirm={confirm}
      onClose={onClose}
    >
      {waits ? t('admin:users.disableSecond', { name: user.displayName }) : text}
    </ConfirmDialog>
  );
}
