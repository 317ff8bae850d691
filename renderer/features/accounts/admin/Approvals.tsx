import { Button } from '@mantine/core';
import type { Output } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Admin.module.css';
import { useAgreementNames } from './useAgreementNames.ts';
import { useUnitNames } from './useUnitNames.ts';

type Approval = Output<'users.list'>['approvals'][number];

/** Grants that wait for a second administrator; whoever asked cannot also approve. */
export function Approvals({ approvals }: { readonly approvals: readonly Approval[] }) {
  const t = useText();
  const { kind } = useSession().workspace;
  const { codesOf } = useUnitNames();
  const agreements = useAgreementNames();
  const decide = useWrite('users.approve');
  if (approvals.length === 0) return null;
  return (
    <section>
      <h2 className={classes.section}>{t('admin:approvals.title')}</h2>
      {decide.error !== null && <FailureAlert failure={decide.error.failure} />}
      <DataTable
        caption={t('admin:approvals.title')}
        rows={approvals}
        rowKey={(approval) => approval.id}
        columns={[
          { key: 'name', header: t('codes:field.name'), value: (approval) => approval.displayName, narrow: true },
          {
            key: 'roles',
            header: t('admin:users.roles'),
            value: (approval) => approval.roles.map((role) => t(`codes:role.${role}`)).join(', '),
          },
          ...(kind === 'unit'
            ? [
                {
                  key: 'units',
                  header: t('codes:heading.units'),
                  value: (approval: Approval) => codesOf(approval.unitIds),
                },
              ]
            : [
                {
                  key: 'agreements',
                  header: t('admin:users.agreements.label'),
                  value: (approval: Approval) =>
                    approval.roles.includes('coordinator') ? agreements.codesOf(approval.agreementIds) : '',
                },
              ]),
          { key: 'by', header: t('admin:approvals.requestedBy'), value: (approval) => approval.requestedBy },
          {
            key: 'at',
            header: t('codes:field.requestedOn'),
            as: 'instant',
            value: (approval) => approval.requestedAt,
          },
          {
            key: 'actions',
            header: t('common:actions'),
            hidesHeader: true,
            align: 'end',
            narrow: true,
            cell: (approval) =>
              approval.own ? (
                t('admin:approvals.own')
              ) : (
                <span className={classes.buttons}>
                  {([true, false] as const).map((accept) => (
                    <Button
                      key={String(accept)}
                      variant={accept ? 'filled' : 'default'}
                      size="compact-sm"
                      disabled={decide.isPending}
                      onClick={() => {
                        decide.mutate({ approvalId: approval.id, accept });
                      }}
                    >
                      {t(accept ? 'admin:approvals.approve' : 'admin:approvals.refuse')}
                    </Button>
                  ))}
                </span>
              ),
          },
        ]}
      />
    </section>
  );
}
