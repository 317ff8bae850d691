import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconHandStop, IconKey } from '@tabler/icons-react';
import type { User } from '#contract/accounts/people';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import classes from './Admin.module.css';

interface UserActionsProps {
  readonly user: User;
  readonly isSelf: boolean;
  readonly onOpen: (what: 'rights' | 'reset' | 'disable') => void;
}

/** Suspending needs no dialog: it is urgent, and it is lifted as easily. */
export function UserActions({ user, isSelf, onOpen }: UserActionsProps) {
  const t = useText();
  const suspend = useWrite('users.suspend');
  const { displayName: name, suspended } = user;
  const opens = (what: 'rights' | 'reset' | 'disable', label: string, text: string) => (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => {
        onOpen(what);
      }}
      aria-label={label}
    >
      {text}
    </Button>
  );
  return (
    <span className={classes.buttons}>
      {opens('rights', t('admin:users.rightsOf', { name }), t('admin:users.rights'))}
      {!isSelf && (
        <>
          <Button
            variant="default"
            size="compact-sm"
            loading={suspend.isPending}
            aria-label={t(suspended ? 'admin:users.liftNamed' : 'admin:users.suspendNamed', { name })}
            onClick={() => {
              suspend.mutate({ userId: user.id, version: user.version, suspended: !suspended });
            }}
          >
            {t(suspended ? 'admin:users.lift' : 'admin:users.suspend')}
          </Button>
          {opens('reset', t('admin:users.resetNamed', { name }), t('admin:users.reset'))}
          {opens('disable', t('admin:users.disableNamed', { name }), t('admin:users.disable'))}
        </>
      )}
      {suspend.error !== null && <FailureAlert failure={suspend.error.failure} />}
    </span>
  );
}

export function UserState({ user }: { readonly user: User }) {
  const t = useText();
  if (user.disabled) return <StatusBadge tone="neutral" icon={IconCircleOff} label={t('admin:users.disabled')} />;
  if (user.suspended) return <StatusBadge tone="overdue" icon={IconHandStop} label={t('admin:users.suspended')} />;
  if (user.mustChangePassphrase)
    return <StatusBadge tone="dueSoon" icon={IconKey} label={t('admin:users.mustChange')} />;
  return <StatusBadge tone="positive" icon={IconCircleCheck} label={t('admin:users.active')} />;
}
