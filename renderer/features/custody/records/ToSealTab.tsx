import { Button, Checkbox } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import type { SealDueRow, UndecidedRow } from '#contract/custody/seals';
import { useNewDay } from '../../../lib/useNewDay.ts';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { SealDialog } from '../seals/SealDialog.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DueBadge } from '../../../ui/DueBadge.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Records.module.css';

const canSeal = ({ open, urgency }: SealDueRow): boolean => !open && urgency === 'overdue';

/** Youth records whose period of access is over or nearly, and outcomes of which nobody has said what period they give. */
export function ToSealTab() {
  useNewDay('records');
  const { data, error } = useRead('seals.due', { filter: {} });
  return (
    <>
      {error !== null && <FailureAlert failure={error.failure} />}
      {data !== undefined && <Ending rows={data.rows} />}
      {data !== undefined && data.undecided.length > 0 && <Undecided rows={data.undecided} />}
    </>
  );
}

function Ending({ rows }: { readonly rows: readonly SealDueRow[] }) {
  const t = useText();
  const [chosen, setChosen] = useState<ReadonlySet<InvestigationId>>(new Set());
  const [isOpen, dialog] = useDisclosure();
  const possible = new Set(rows.filter(canSeal).map((row) => row.investigationId));
  const ids = [...chosen].filter((id) => possible.has(id));
  const seal = () => {
    if (ids.length > 0) dialog.open();
  };
  useScreenKeys([{ keys: 'Z', label: t('records:seal.button', { count: ids.length }), run: seal }]);
  return (
    <section aria-label={t('records:toSeal.title')}>
      <div className={classes.toolbar}>
        <h2 className={shared.heading}>{t('records:toSeal.title')}</h2>
        {possible.size > 0 && (
          <Button rightSection={<KeyHint keys="Z" />} disabled={ids.length === 0} onClick={seal}>
            {t('records:seal.button', { count: ids.length })}
          </Button>
        )}
      </div>
      <p className={classes.note}>{t('records:toSeal.text')}</p>
      {rows.length === 0 ? (
        <EmptyState title={t('records:toSeal.empty')} text={t('records:toSeal.emptyText')} />
      ) : (
        <EndingTable rows={rows} chosen={chosen} onChoose={setChosen} />
      )}
      {isOpen && (
        <SealDialog
          title={t('records:seal.title', { count: ids.length })}
          target={{ kind: 'files', investigationIds: ids }}
          basis="youth_access_ended"
          onClose={dialog.close}
          onSealed={() => {
            dialog.close();
            setChosen(new Set());
          }}
        />
      )}
    </section>
  );
}

interface EndingTableProps {
  readonly rows: readonly SealDueRow[];
  readonly chosen: ReadonlySet<InvestigationId>;
  readonly onChoose: (chosen: ReadonlySet<InvestigationId>) => void;
}

function EndingTable({ rows, chosen, onChoose }: EndingTableProps) {
  const t = useText();
  const format = useFormat();
  const { unitCode, fileNumber } = useNames();
  const toggle = (id: InvestigationId) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <DataTable
      caption={t('records:toSeal.title')}
      rows={rows}
      rowKey={(row) => row.authorityId}
      columns={[
        {
          key: 'choose',
          header: t('records:column.choose'),
          hidesHeader: true,
          narrow: true,
          cell: (row) => (
            <Checkbox
              size="xs"
              aria-label={t('records:chooseFile', { number: fileNumber(row) })}
              disabled={!canSeal(row)}
              checked={chosen.has(row.investigationId)}
              onChange={() => {
                toggle(row.investigationId);
              }}
            />
          ),
        },
        {
          key: 'number',
          header: t('common:caseFile'),
          narrow: true,
          value: fileNumber,
          cell: (row) => <FileNumber row={row} />,
        },
        { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => unitCode(row.unitId) },
        { key: 'outcome', header: t('common:outcome'), value: (row) => format.bilingual(row.outcome) },
        { key: 'from', header: t('records:column.from'), narrow: true, value: (row) => row.startedOn },
        {
          key: 'ends',
          header: t('records:column.ends'),
          narrow: true,
          value: (row) => (row.isOverridden ? t('records:decided', { on: row.endsOn }) : row.endsOn),
        },
        {
          key: 'state',
          header: t('codes:field.state'),
          value: (row) => row.daysLeft,
          cell: (row) =>
            row.open && row.urgency === 'overdue' ? (
              t('records:toSeal.open')
            ) : (
              <DueBadge urgency={row.urgency} daysLeft={row.daysLeft} />
            ),
        },
      ]}
    />
  );
}

interface FileNumberProps {
  readonly row: { readonly investigationId: InvestigationId; readonly unitId: UnitId; readonly number: string };
}

/** An administrator sees numbers alone: the file opens for those who work with it. */
function FileNumber({ row }: FileNumberProps) {
  const number = useNames().fileNumber(row);
  const opens = useHasRole('investigator', 'supervisor');
  return opens ? <Link href={`/investigations/${row.investigationId}`}>{number}</Link> : number;
}

function Undecided({ rows }: { readonly rows: readonly UndecidedRow[] }) {
  const t = useText();
  const { unitCode, fileNumber } = useNames();
  // The text above says what is missing in all of them.
  const isAlike = rows.every(({ variant }) => variant === null);
  return (
    <section aria-label={t('records:undecided.title')}>
      <h2 className={shared.heading}>{t('records:undecided.title')}</h2>
      <p className={classes.note}>{t('records:undecided.text')}</p>
      <DataTable
        caption={t('records:undecided.title')}
        rows={rows}
        rowKey={(row) => row.investigationId}
        columns={[
          {
            key: 'number',
            header: t('common:caseFile'),
            narrow: true,
            value: fileNumber,
            cell: (row) => <FileNumber row={row} />,
          },
          { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => unitCode(row.unitId) },
          {
            key: 'outcome',
            header: t('common:outcome'),
            value: (row) => t(`codes:disposition.${row.disposition}`),
          },
          { key: 'on', header: t('codes:heading.date'), narrow: true, value: (row) => row.disposedOn },
          ...(isAlike
            ? []
            : [
                {
                  key: 'asked',
                  header: t('common:missingData'),
                  value: (row: UndecidedRow) =>
                    t(row.variant === null ? 'records:undecided.asks' : 'records:undecided.told'),
                },
              ]),
        ]}
      />
    </section>
  );
}
