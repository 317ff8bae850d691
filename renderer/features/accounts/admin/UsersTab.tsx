import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { User } from '#contract/accounts/people';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import classes from './Admin.module.css';
import { Approvals } from './Approvals.tsx';
import { DisableUserDialog } from './DisableUserDialog.tsx';
import { NewUserDialog } from './NewUserDialog.tsx';
import { RightsDialog } from './RightsDialog.tsx';
import { useAgreementNames } from './useAgreementNames.ts';
import { useUnitNames } from './useUnitNames.ts';

type Opened = { readonly what: 'new' } | { readonly what: 'rights' | 'disable'; readonly user: User };

export function UsersTab() {
  const t = useText();
  const session = useSession();
  const list = useRead('users.list', {});
  const { codesOf } = useUnitNames();
  const agreements = useAgreementNames();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => {
    setOpened(null);
  };
  const add = () => {
    setOpened({ what: 'new' });
  };
  useScreenKeys([{ keys: 'N', label: t('admin:users.add'), run: add }]);
  const users = list.data?.users ?? [];
  return (
    <>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      <Approvals approvals={list.data?.approvals ?? []} />
      <div className={classes.toolbar}>
        <p className={classes.note}>{t('admin:users.note')}</p>
        <Button onClick={add}>{t('admin:users.add')}</Button>
      </div>
      <DataTable
        caption={t('admin:tab.users')}
        rows={users}
        rowKey={(user) => user.id}
        isMuted={(user) => user.disabled}
        columns={[
          { key: 'name', header: t('codes:field.name'), value: (user) => user.displayName, narrow: true },
          { key: 'login', header: t('common:login'), value: (user) => user.login },
          {
            key: 'roles',
            header: t('admin:users.roles'),
            value: (user) => user.roles.map((role) => t(`codes:role.${role}`)).join(', '),
          },
          ...(session.workspace.kind === 'unit'
            ? [{ key: 'units', header: t('codes:heading.units'), value: (user: User) => codesOf(user.unitIds) }]
            : [
                {
                  key: 'agreements',
                  header: t('admin:users.agreements.label'),
                  value: (user: User) =>
                    user.roles.includes('coordinator') ? agreements.codesOf(user.agreementIds) : '',
                },
              ]),
          {
            key: 'state',
            header: t('codes:field.state'),
            narrow: true,
            value: (user) => Number(user.disabled),
            cell: (user) => <UserState user={user} />,
          },
          {
            key: 'actions',
            header: t('common:actions'),
            hidesHeader: true,
            align: 'end',
            narrow: true,
            cell: (user) =>
              !user.disabled && (
                <span className={classes.buttons}>
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => {
                      setOpened({ what: 'rights', user });
                    }}
                    aria-label={t('admin:users.rightsOf', { name: user.displayName })}
                  >
                    {t('admin:users.rights')}
                  </Button>
                  {user.id !== session.user.id && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => {
                        setOpened({ what: 'disable', user });
                      }}
                      aria-label={t('admin:users.disableNamed', { name: user.displayName })}
                    >
                      {t('admin:users.disable')}
                    </Button>
                  )}
                </span>
              ),
          },
        ]}
      />
      {opened?.what === 'new' && <NewUserDialog onClose={close} />}
      {opened?.what === 'rights' && <RightsDialog user={opened.user} onClose={close} />}
      {opened?.what === 'disable' && <DisableUserDialog user={opened.user} onClose={close} />}
    </>
  );
}

function UserState({ user }: { readonly user: User }) {
  const t = useText();
  return user.disabled ? (
    <StatusBadge tone="neutral" icon={IconCircleOff} label={t('admin:users.disabled')} />
  ) : (
    <StatusBadge tone="positive" icon={IconCircleCheck} label={t('admin:users.active')} />
  );
}
