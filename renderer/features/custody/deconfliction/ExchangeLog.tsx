import type { ExchangeRow } from '#contract/custody/deconfliction';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';

/** Requests and replies in the order in which they came; a reply has the code of its request. */
export function ExchangeLog({ exchange }: { readonly exchange: ExchangeRow }) {
  const t = useText();
  if (exchange.messages.length === 0) return <p className={shared.none}>{t('exchanges:log.none')}</p>;
  return (
    <DataTable
      caption={t('exchanges:log.titleOf', { name: exchange.name })}
      rows={exchange.messages}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', header: t('common:when'), as: 'instant', value: (row) => row.at },
        {
          key: 'what',
          header: t('common:action'),
          narrow: true,
          value: (row) => t(`exchanges:log.${row.kind}_${row.direction}`),
        },
        {
          key: 'request',
          header: t('exchanges:log.requestId'),
          narrow: true,
          value: (row) => row.requestId.slice(0, 8),
        },
        {
          key: 'identifiers',
          header: t('codes:paperSection.identifiers'),
          as: 'number',
          value: (row) => row.identifiers,
        },
        { key: 'matches', header: t('exchanges:log.matches'), as: 'number', value: (row) => row.matches },
        { key: 'contact', header: t('exchanges:log.contact'), value: (row) => row.contact },
        { key: 'by', header: t('codes:field.by'), value: (row) => row.by },
      ]}
    />
  );
}
