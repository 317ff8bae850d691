import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import type { Agreement } from '#contract/reporting/agreements';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useGo } from '../../../lib/useGo.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import classes from './Agreements.module.css';
import { SignatureState } from './SignatureState.tsx';

export function AgreementList({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const t = useText();
  const go = useGo();
  const add = go('/agreements/new');
  const mayAdd = useSession().agreementIds === null;
  useScreenKeys(mayAdd ? [{ keys: 'N', label: t('common:addAnAgreement'), run: add }] : []);
  return (
    <>
      <PageHeader
        title={t('agreements:nav')}
        context={t('agreements:context')}
        actions={mayAdd && agreements.length > 0 && <Button onClick={add}>{t('common:addAnAgreement')}</Button>}
      />
      {agreements.length === 0 ? (
        <EmptyState
          title={t('common:noAgreementYet')}
          text={t('agreements:empty.text')}
          action={mayAdd && <Button onClick={add}>{t('common:addAnAgreement')}</Button>}
        />
      ) : (
        <div className={classes.body}>
          <AgreementTable agreements={agreements} />
        </div>
      )}
    </>
  );
}

function AgreementTable({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={t('agreements:nav')}
      rows={agreements}
      rowKey={(agreement) => agreement.id}
      columns={[
        {
          key: 'code',
          header: t('codes:heading.code'),
          narrow: true,
          value: (agreement) => agreement.code,
          href: (agreement) => `/agreements/${agreement.id}`,
        },
        {
          key: 'recipient',
          header: t('agreements:group.who'),
          value: (agreement) => format.bilingual(agreement.recipient),
          cell: (agreement) => (
            <>
              <div>{format.bilingual(agreement.recipient)}</div>
              <div className={classes.programme} title={format.bilingual(agreement.programme)}>
                {format.bilingual(agreement.programme)}
              </div>
            </>
          ),
        },
        {
          key: 'units',
          header: t('codes:heading.units'),
          as: 'number',
          value: (agreement) => agreement.units.length,
        },
        {
          key: 'period',
          header: t('codes:heading.period'),
          narrow: true,
          value: (agreement) => agreement.startsOn,
          cell: (agreement) => (
            <div className={classes.stacked}>
              <span>{agreement.startsOn}</span>
              <span>{t('agreements:until', { day: agreement.endsOn })}</span>
            </div>
          ),
        },
        {
          key: 'signed',
          header: t('agreements:field.signedOn'),
          narrow: true,
          value: (agreement) => agreement.signedOn,
          cell: (agreement) => (
            <div className={classes.stacked}>
              <span>{agreement.signedOn ?? t('common:none')}</span>
              <SignatureState agreement={agreement} />
            </div>
          ),
        },
        {
          key: 'languages',
          header: t('common:languages'),
          narrow: true,
          value: (agreement) => agreement.languages.map((language) => language.toUpperCase()).join(' · '),
        },
        {
          key: 'avoided',
          header: t('codes:heading.avoided'),
          narrow: true,
          value: (agreement) => Number(agreement.asksBacklogAvoided),
          cell: (agreement) =>
            agreement.asksBacklogAvoided ? (
              <StatusBadge tone="positive" icon={IconCircleCheck} label={t('agreements:asked')} />
            ) : (
              <StatusBadge tone="neutral" icon={IconCircleMinus} label={t('agreements:notAsked')} />
            ),
        },
      ]}
    />
  );
}
