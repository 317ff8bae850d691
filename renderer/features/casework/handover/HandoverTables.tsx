import type { HandoverDetail } from '#contract/casework/handover';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { LeftBadge } from '../../../ui/LeftBadge.tsx';

interface HandoverTableProps {
  readonly unitId: UnitId;
  readonly detail: HandoverDetail;
}

/** A handover is of one unit: its rows do not say which. */
function useNumberOf(unitId: UnitId): (row: { readonly number: string }) => string {
  const { fileNumber } = useNames();
  return ({ number }) => fileNumber({ unitId, number });
}

const pathOf = ({ investigationId, sourceId }: HandoverDetail['due'][number]) =>
  investigationId === null ? `/referrals/${sourceId}` : `/investigations/${investigationId}`;

/** The dates to keep of what is handed over. */
export function HandoverDates({ unitId, detail }: HandoverTableProps) {
  const t = useText();
  const numberOf = useNumberOf(unitId);
  const format = useFormat();
  return (
    <DataTable
      caption={t('due:nav')}
      rows={detail.due}
      rowKey={(row) => row.id}
      columns={[
        { key: 'on', header: t('codes:heading.date'), narrow: true, value: (row) => row.dueOn },
        { key: 'number', header: t('common:caseFile'), narrow: true, value: numberOf, href: pathOf },
        { key: 'name', header: t('due:column.name'), value: (row) => format.bilingual(row.name) },
        {
          key: 'standing',
          header: t('codes:field.state'),
          value: (row) => row.daysLeft,
          cell: (row) => <LeftBadge {...row} />,
        },
      ]}
    />
  );
}

/** What was sent or is in preparation goes with its file: nothing to choose. */
export function HandoverPapers({ unitId, detail }: HandoverTableProps) {
  const t = useText();
  const numberOf = useNumberOf(unitId);
  return (
    <DataTable
      caption={t('papers:title')}
      rows={detail.papers}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'number',
          header: t('codes:field.number'),
          narrow: true,
          value: numberOf,
          href: (row) => `/investigations/${row.investigationId}`,
        },
        {
          key: 'reference',
          header: t('codes:field.reference'),
          narrow: true,
          value: (row) => row.reference,
          href: (row) => `/investigations/${row.investigationId}/papers/${row.id}`,
        },
        { key: 'kind', header: t('codes:field.kind'), value: (row) => t(`codes:paperKind.${row.kind}`) },
        { key: 'recipient', header: t('codes:field.recipient'), value: (row) => row.recipient },
        {
          key: 'state',
          header: t('codes:field.state'),
          value: (row) =>
            row.issuedOn === null ? t('codes:reportState.in_preparation') : t('papers:sentOn', { on: row.issuedOn }),
        },
      ]}
    />
  );
}
