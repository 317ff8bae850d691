import { Button } from '@mantine/core';
import { IconHistory, IconKey, IconKeyOff } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Hash } from '../../../ui/Fingerprint.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Packs.module.css';
import { RevokeDialog } from './ReasonDialogs.tsx';

export function KeysTab() {
  const t = useText();
  const list = useRead('keys.confirmed', {});
  const [revoking, dialog] = useOpened<string>();
  const session = useSession();
  const mayRevoke = session.roles.includes('coordinator') && session.agreementIds === null;
  return (
    <>
      <p className={shared.note}>{t('packs:keys.note')}</p>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      <DataTable
        caption={t('packs:tab.keys')}
        rows={list.data?.keys ?? []}
        rowKey={(key) => key.fingerprint}
        columns={[
          { key: 'label', header: t('common:workspace'), value: (key) => key.label },
          {
            key: 'fingerprint',
            header: t('common:fingerprintOfTheKey'),
            cell: (key) => <Hash value={key.fingerprint} />,
          },
          { key: 'confirmedAt', header: t('packs:keys.confirmedAt'), as: 'instant', value: (key) => key.confirmedAt },
          { key: 'state', header: t('codes:field.state'), cell: (key) => <KeyState confirmed={key} /> },
          {
            key: 'revoke',
            header: t('packs:revoke.title'),
            hidesHeader: true,
            narrow: true,
            cell: (key) =>
              mayRevoke &&
              key.revoked === null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => {
                    dialog.open(key.fingerprint);
                  }}
                >
                  {t('packs:revoke.button')}
                </Button>
              ),
          },
        ]}
      />
      {revoking !== null && <RevokeDialog fingerprint={revoking} onClose={dialog.close} />}
    </>
  );
}

type Confirmed = Output<'keys.confirmed'>['keys'][number];

function KeyState({ confirmed }: { readonly confirmed: Confirmed }) {
  const t = useText();
  if (confirmed.revoked !== null)
    return (
      <>
        <StatusBadge tone="overdue" icon={IconKeyOff} label={t('packs:key.revoked')} />
        <span className={classes.minor}>{confirmed.revoked.reason}</span>
      </>
    );
  return confirmed.succeededBy === null ? (
    <StatusBadge tone="positive" icon={IconKey} label={t('packs:keys.inUse')} />
  ) : (
    <StatusBadge tone="neutral" icon={IconHistory} label={t('packs:keys.replaced')} />
  );
}
