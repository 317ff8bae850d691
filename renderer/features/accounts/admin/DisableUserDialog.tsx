import { notifications } from '@mantine/notifications';
import type { User } from '#contract/accounts/people';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';

interface DisableUserDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

export function DisableUserDialog({ user, onClose }: DisableUserDialogProps) {
  const t = useText();
  const disable = useWrite('users.disable');
  const waits = user.roles.includes('administrator');
  const confirm = () => {
    disable.mutate(
      { userId: user.id },
      {
        onSuccess: ({ awaitsApproval, notReached }) => {
          const said = awaitsApproval ? 'admin:users.disableAwaits' : 'admin:users.wasDisabled';
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
      confirm={t(waits ? 'admin:users.disableAsk' : 'admin:users.disableConfirm')}
      isDangerous
      isBusy={disable.isPending}
      failure={disable.error?.failure}
      onConfirm={confirm}
      onClose={onClose}
    >
      {waits ? t('admin:users.disableSecond', { name: user.displayName }) : t('admin:users.disableText')}
    </ConfirmDialog>
  );
}
