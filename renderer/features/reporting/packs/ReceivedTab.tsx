import { IconArrowBackUp, IconCircleCheck, IconHistory, IconKeyOff } from '@tabler/icons-react';
import type { PackRecord } from '#contract/reporting/packs';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';

export function ReceivedTab({ packs }: { readonly packs: readonly PackRecord[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={t('packs:tab.received')}
      rows={packs}
      rowKey={(pack) => pack.id}
      isMuted={(pack) => pack.superseded}
      columns={[
        {
          key: 'quarter',
          header: t('codes:heading.quarter'),
          narrow: true,
          value: (pack) => format.quarter(pack.quarter),
        },
        {
          key: 'workspace',
          header: t('common:workspace'),
          value: (pack) => pack.workspaceName,
          href: (pack) => `/packs/${pack.id}`,
        },
        {
          key: 'kind',
          header: t('codes:heading.receivedAs'),
          narrow: true,
          value: ({ kind }) => t(`codes:sourceKind.${kind}`),
        },
        {
          key: 'units',
          header: t('codes:heading.units'),
          value: (pack) => pack.units.map((unit) => unit.code).join(', '),
        },
        { key: 'exportedAt', header: t('packs:exportedAt'), as: 'instant', value: (pack) => pack.exportedAt },
        {
          key: 'importedAt',
          header: t('common:imported'),
          narrow: true,
          value: (pack) => pack.importedAt,
          cell: (pack) => format.instant(pack.importedAt).slice(0, 10),
        },
        {
          key: 'state',
          header: t('codes:field.state'),
          narrow: true,
          value: (pack) => Number(pack.superseded),
          cell: (pack) => <PackState pack={pack} />,
        },
      ]}
    />
  );
}

export function PackState({ pack }: { readonly pack: PackRecord }) {
  const t = useText();
  if (pack.withdrawn !== null)
    return <StatusBadge tone="overdue" icon={IconArrowBackUp} label={t('packs:state.withdrawn')} />;
  if (pack.keyRevoked !== null && !pack.superseded)
    return <StatusBadge tone="overdue" icon={IconKeyOff} label={t('packs:key.revoked')} />;
  return pack.superseded ? (
    <StatusBadge tone="neutral" icon={IconHistory} label={t('packs:state.superseded')} />
  ) : (
    <StatusBadge tone="positive" icon={IconCircleCheck} label={t('common:inForce')} />
  );
}
