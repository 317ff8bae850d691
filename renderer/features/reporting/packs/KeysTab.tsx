import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Hash } from '../../../ui/Fingerprint.tsx';
import classes from './Packs.module.css';

export function KeysTab() {
  const t = useText();
  const list = useRead('keys.confirmed', {});
  return (
    <>
      <p className={classes.note}>{t('packs:keys.note')}</p>
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
        ]}
      />
    </>
  );
}
