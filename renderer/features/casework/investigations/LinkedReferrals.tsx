import { Button } from '@mantine/core';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { today } from '../../../lib/today.ts';
import { actionColumn } from '../../../ui/actionColumn.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import type { FilePartProps } from './fileParts.ts';
import classes from './Investigations.module.css';

interface LinkedReferralsProps extends FilePartProps {
  /** Null where the file is over: nothing joins it. */
  readonly onLink: (() => void) | null;
}

/** The referrals that the file was opened from or that joined it since. */
export function LinkedReferrals({ detail, onLink }: LinkedReferralsProps) {
  const t = useText();
  const { fileNumber } = useNames();
  useScreenKeys(onLink === null ? [] : [{ keys: 'shift+B', label: t('fileWork:links.linkReferral'), run: onLink }]);
  const unlink = useWrite('links.unlinkReferral');
  const { id: investigationId, unitId } = detail.investigation;
  const numberOf = ({ number }: { readonly number: string }) => fileNumber({ unitId, number });
  return (
    <div className={classes.subsection}>
      <div className={classes.sectionHead}>
        <h3 className={classes.subheading}>{t('investigations:referrals.title')}</h3>
        {onLink !== null && (
          <Button size="compact-xs" variant="subtle" rightSection={<KeyHint keys="shift+B" />} onClick={onLink}>
            {t('fileWork:links.linkReferral')}
          </Button>
        )}
      </div>
      {unlink.error !== null && <FailureAlert failure={unlink.error.failure} />}
      {detail.referrals.length === 0 ? (
        <p className={classes.none}>{t('investigations:referrals.none')}</p>
      ) : (
        <DataTable
          caption={t('investigations:referrals.title')}
          rows={detail.referrals}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'number',
              header: t('codes:field.number'),
              value: numberOf,
              href: (row) => `/referrals/${row.id}`,
            },
            {
              key: 'received',
              header: t('codes:field.receivedOn'),
              narrow: true,
              value: (row) => row.receivedOn,
            },
            {
              key: 'linked',
              header: t('common:linked'),
              narrow: true,
              value: (row) => row.linkedOn,
            },
            actionColumn<(typeof detail.referrals)[number]>({
              label: t('fileWork:links.unlink'),
              name: (row) => t('fileWork:links.unlinkFor', { number: numberOf(row) }),
              run: (row) => {
                unlink.mutate({ investigationId, referralId: row.id, on: today() });
              },
            }),
          ]}
        />
      )}
    </div>
  );
}
