import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { User } from '#contract/accounts/people';
import { needsUnit } from '#contract/store/session';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import classes from './Admin.module.css';
import { DisableUserDialog } from './DisableUserDialog.tsx';
import { NewUserDialog } from './NewUserDialog.tsx';
import { ResetPassphraseDialog } from './ResetPassphraseDialog.tsx';
import { RightsDialog } from './RightsDialog.tsx';
import { SeveralUsersDialog } from './SeveralUsersDialog.tsx';
import { UserActions, UserState } from './UserRow.tsx';
import { useAgreementNames } from './useAgreementNames.ts';
import { useUnitNames } from './useUnitNames.ts';

type Act = 'rights' | 'reset' | 'disable';
type Opened = { readonly what: 'new' | 'several' } | { readonly what: Act; readonly user: User };

const lacksUnit = ({ roles, unitIds, disabled }: User): boolean =>
  !disabled && unitIds.length === 0 && needsUnit('unit', roles);

export function UsersTab() {
  const t = useText();
  const session = useSession();
  const list = useRead('users.list', {});
  const { codesOf } = useUnitNames();
  const agreements = useAgreementNames();
  const [opened, { open, close }] = useOpened<Opened>();
  const add = () => {
    open({ what: 'new' });
  };
  useScreenKeys([{ keys: 'N', label: t('admin:users.add'), run: add }]);
  const users = list.data?.users ?? [];
  return (
    <>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      <Group gap="8px 16px" justify="space-between">
        <p className={classes.note}>{t('admin:users.note')}</p>
        <Group gap="sm" wrap="nowrap">
          <Button
            variant="default"
            onClick={() => {
              open({ what: 'several' });
            }}
          >
            {t('admin:several.button')}
          </Button>
          <Button onClick={add}>{t('admin:users.add')}</Button>
        </Group>
      </Group>
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
            ? [
                {
                  key: 'units',
                  header: t('codes:heading.units'),
                  value: (user: User) => codesOf(user.unitIds),
                  // Of a workspace from before a unit was asked for.
                  cell: (user: User) =>
                    lacksUnit(user) ? (
                      <StatusBadge tone="dueSoon" icon={IconAlertTriangle} label={t('admin:users.noUnit')} />
                    ) : (
                      codesOf(user.unitIds)
                    ),
                },
              ]
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
            value: (user) => Number(user.disabled) * 2 + Number(user.suspended),
            cell: (user) => <UserState user={user} />,
          },
          {
            key: 'actions',
            header: t('common:actions'),
            hidesHeader: true,
            narrow: true,
            cell: (user) =>
              !user.disabled && (
                <UserActions
                  user={user}
                  isSelf={user.id === session.user.id}
                  onOpen={(what) => {
                    open({ what, user });
                  }}
                />
              ),
          },
        ]}
      />
      {opened?.what === 'new' && <NewUserDialog onClose={close} />}
      {opened?.what === 'several' && <SeveralUsersDialog onClose={close} />}
      {opened?.what === 'rights' && <RightsDialog user={opened.user} onClose={close} />}
      {opened?.what === 'reset' && <ResetPassphraseDialog user={opened.user} onClose={close} />}
      {opened?.what === 'disable' && <DisableUserDialog user={opened.user} onClose={close} />}
    </>
  );
}
