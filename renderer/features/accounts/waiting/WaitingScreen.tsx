import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import type { WaitingItem } from '#contract/accounts/people';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import classes from '../admin/Admin.module.css';
import { useAgreementNames } from '../admin/useAgreementNames.ts';
import { useUnitNames } from '../admin/useUnitNames.ts';

/** What waits for a second person: what, about whom, since when; and the word of who is not the one who asked. */
export function WaitingScreen() {
  const t = useText();
  const { data, error } = useRead('users.waiting', {});
  const isAlone = data?.items.some(({ own }) => own) === true && data.others === 0;
  return (
    <>
      <PageHeader title={t('admin:waiting.title')} context={t('admin:waiting.context')} />
      <div className={classes.panel}>
        {error !== null && <FailureAlert failure={error.failure} />}
        {data?.mayDecide === false && (
          <Notice tone="dueSoon" icon={IconUserCheck} title={t('admin:waiting.mayNot')}>
            {t('admin:waiting.mayNotText')}
          </Notice>
        )}
        {isAlone && (
          <Notice tone="dueSoon" icon={IconUserCheck} title={t('admin:waiting.alone')}>
            {t('admin:waiting.aloneText')}
          </Notice>
        )}
        {data?.items.length === 0 && (
          <EmptyState title={t('admin:waiting.empty')} text={t('admin:waiting.emptyText')} />
        )}
        {data !== undefined && data.items.length > 0 && <WaitingTable items={data.items} mayDecide={data.mayDecide} />}
      </div>
    </>
  );
}

function WaitingTable({ items, mayDecide }: { readonly items: readonly WaitingItem[]; readonly mayDecide: boolean }) {
  const t = useText();
  const decide = useWrite('users.approve');
  const withdraw = useWrite('users.withdraw');
  const detailOf = useDetail();
  const failure = decide.error?.failure ?? withdraw.error?.failure;
  return (
    <>
      {failure !== undefined && <FailureAlert failure={failure} />}
      <DataTable
        caption={t('admin:waiting.title')}
        rows={items}
        rowKey={(item) => item.id}
        columns={[
          { key: 'kind', header: t('admin:waiting.what'), value: (item) => t(`codes:waitingKind.${item.kind}`) },
          { key: 'name', header: t('codes:field.person'), value: (item) => item.displayName, narrow: true },
          {
            key: 'detail',
            header: t('admin:waiting.detail'),
            value: detailOf,
            cell: (item) => <Detail text={detailOf(item)} dueAt={item.dueAt} />,
          },
          { key: 'by', header: t('admin:waiting.requestedBy'), value: (item) => item.requestedBy },
          {
            key: 'at',
            header: t('codes:field.requestedOn'),
            as: 'instant',
            value: (item) => item.requestedAt,
          },
          {
            key: 'actions',
            header: t('common:actions'),
            hidesHeader: true,
            narrow: true,
            cell: (item) =>
              item.own ? (
                <OwnItem
                  item={item}
                  isBusy={withdraw.isPending}
                  onWithdraw={() => {
                    withdraw.mutate({ approvalId: item.id });
                  }}
                />
              ) : (
                <Decision
                  item={item}
                  isBusy={decide.isPending}
                  mayDecide={mayDecide}
                  onDecide={(accept) => {
                    decide.mutate({ approvalId: item.id, accept });
                  }}
                />
              ),
          },
        ]}
      />
    </>
  );
}

/** The rights that are asked for, or why one person did it alone and until when it is to be confirmed. */
function useDetail(): (item: WaitingItem) => string {
  const t = useText();
  const format = useFormat();
  const { codesOf } = useUnitNames();
  const agreements = useAgreementNames();
  return ({ kind, roles, unitIds, agreementIds, reason, dueAt, isOverdue, isStale }) => {
    const parts = [
      isStale ? t('admin:waiting.stale') : '',
      roles.map((role) => t(`codes:role.${role}`)).join(', '),
      codesOf(unitIds),
      kind === 'grant' && agreementIds !== null ? agreements.codesOf(agreementIds) : '',
      reason ?? '',
      dueAt === null ? '' : t(isOverdue ? 'admin:waiting.overdue' : 'admin:waiting.due', { at: format.instant(dueAt) }),
    ];
    return parts.filter((part) => part !== '').join(' · ');
  };
}

/** A date is not cut at its hyphens. */
function Detail({ text, dueAt }: { readonly text: string; readonly dueAt: number | null }) {
  const format = useFormat();
  const at = dueAt === null ? '' : format.instant(dueAt);
  const place = at === '' ? -1 : text.lastIndexOf(at);
  if (place < 0) return text;
  return (
    <>
      {text.slice(0, place)}
      <span className={classes.whole}>{at}</span>
      {text.slice(place + at.length)}
    </>
  );
}

interface OwnItemProps {
  readonly item: WaitingItem;
  readonly isBusy: boolean;
  readonly onWithdraw: () => void;
}

function OwnItem({ item, isBusy, onWithdraw }: OwnItemProps) {
  const t = useText();
  if (item.dueAt !== null) return t('admin:waiting.own');
  return (
    <Button variant="default" size="compact-sm" disabled={isBusy} onClick={onWithdraw}>
      {t('admin:waiting.withdraw')}
    </Button>
  );
}

interface DecisionProps {
  readonly item: WaitingItem;
  readonly isBusy: boolean;
  readonly mayDecide: boolean;
  readonly onDecide: (accept: boolean) => void;
}

function Decision({ item, isBusy, mayDecide, onDecide }: DecisionProps) {
  const t = useText();
  return (
    <span className={classes.buttons}>
      <Button
        size="compact-sm"
        disabled={isBusy || !mayDecide || item.isStale}
        onClick={() => {
          onDecide(true);
        }}
      >
        {t(item.dueAt === null ? 'admin:waiting.approve' : 'admin:waiting.confirm')}
      </Button>
      {item.kind !== 'restore' && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={isBusy || !mayDecide}
          onClick={() => {
            onDecide(false);
          }}
        >
          {t(item.kind === 'recovery' ? 'admin:waiting.refuseRecovery' : 'admin:waiting.refuse')}
        </Button>
      )}
    </span>
  );
}
