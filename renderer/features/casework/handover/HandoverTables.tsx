import type { HandoverDetail } from '#contract/casework/handover';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import { LeftBadge } from '../../../ui/LeftBadge.tsx';
import { Chosable, Part } from './HandoverParts.tsx';
import type { Chosen } from './useChosen.ts';

interface HandoverTablesProps {
  readonly unitId: UnitId;
  readonly detail: HandoverDetail;
  readonly chosen: Chosen;
}

/** A handover is of one unit: its rows do not say which. */
function useNumberOf(unitId: UnitId): (row: { readonly number: string }) => string {
  const { fileNumber } = useNames();
  return ({ number }) => fileNumber({ unitId, number });
}

/** What is open, kind by kind, each with what goes to the next officer. */
export function HandoverTables({ unitId, detail, chosen }: HandoverTablesProps) {
  const t = useText();
  const numberOf = useNumberOf(unitId);
  return (
    <>
      <Files unitId={unitId} detail={detail} chosen={chosen} />
      <Dates unitId={unitId} detail={detail} />
      <Chosable
        title={t('codes:paperSection.tasks')}
        rows={detail.tasks}
        chosen={chosen}
        nameOf={(row) => row.what}
        columns={[
          { key: 'what', header: t('fileWork:tasks.what'), value: (row) => row.what },
          {
            key: 'file',
            header: t('codes:field.number'),
            narrow: true,
            value: numberOf,
            href: (row) => `/investigations/${row.investigationId}`,
          },
          { key: 'due', header: t('fileWork:tasks.dueOn'), narrow: true, value: (row) => row.dueOn },
        ]}
      />
      <Papers unitId={unitId} detail={detail} />
      <Chosable
        title={t('fileWork:handover.referrals')}
        rows={detail.referrals}
        chosen={chosen}
        nameOf={numberOf}
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
          { key: 'state', header: t('codes:field.state'), value: (row) => t(`codes:referralState.${row.state}`) },
        ]}
      />
    </>
  );
}

function Files({ unitId, detail, chosen }: HandoverTablesProps) {
  const t = useText();
  const numberOf = useNumberOf(unitId);
  return (
    <Chosable
      title={t('fileWork:handover.files')}
      rows={detail.investigations}
      chosen={chosen}
      nameOf={numberOf}
      columns={[
        {
          key: 'number',
          header: t('codes:field.number'),
          narrow: true,
          value: numberOf,
          href: (row) => `/investigations/${row.id}`,
        },
        { key: 'opened', header: t('investigations:column.openedOn'), narrow: true, value: (row) => row.openedOn },
        {
          key: 'waiting',
          header: t('codes:field.state'),
          value: (row) =>
            [t(`codes:waitingState.${row.waiting}`), row.waitingOn ?? ''].filter((part) => part !== '').join(' · '),
        },
        { key: 'since', header: t('codes:field.since'), narrow: true, value: (row) => row.waitingSince },
        {
          key: 'next',
          header: t('codes:field.nextStep'),
          cell: (row) =>
            row.nextStep === null ? t('fileWork:nextStep.none') : <HiddenText key={row.id} text={row.nextStep} />,
        },
      ]}
    />
  );
}

const pathOf = ({ investigationId, sourceId }: HandoverDetail['due'][number]) =>
  investigationId === null ? `/referrals/${sourceId}` : `/investigations/${investigationId}`;

function Dates({ unitId, detail }: Omit<HandoverTablesProps, 'chosen'>) {
  const t = useText();
  const numberOf = useNumberOf(unitId);
  const format = useFormat();
  return (
    <Part title={t('due:nav')} isEmpty={detail.due.length === 0}>
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
    </Part>
  );
}

/** What was sent or is in preparation goes with its file: nothing to choose. */
function Papers({ unitId, detail }: Omit<HandoverTablesProps, 'chosen'>) {
  const t = useText();
  const numberOf = useNumberOf(unitId);
  return (
    <Part title={t('papers:title')} isEmpty={detail.papers.length === 0}>
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
    </Part>
  );
}
