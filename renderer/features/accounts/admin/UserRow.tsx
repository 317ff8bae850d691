import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCircleCheck, IconCircleOff, IconHandStop, IconKey } from '@tabler/icons-react';
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
  return (
    <span className={classes.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('admin:users.rightsOf', { name })}
        onClick={() => {
          onOpen('rights');
        }}
      >
        {t('admin:users.rights')}
      </Button>
      {!isSelf && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              rightSection={<IconChevronDown size={14} aria-hidden />}
              aria-label={t('admin:users.accountOf', { name })}
            >
              {t('admin:users.account')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => {
                suspend.mutate({ userId: user.id, version: user.version, suspended: !suspended });
              }}
            >
              {t(suspended ? 'admin:users.lift' : 'admin:users.suspend')}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                onOpen('reset');
              }}
            >
              {t('admin:users.reset')}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                onOpen('disable');
              }}
            >
              {t('admin:users.disable')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
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
