import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Route, Switch } from 'wouter';
import type { OperationRow } from '#contract/casework/operations';
import type { PartnerRow } from '#contract/casework/partners';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { CountLink } from '../../../ui/CountLink.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { OperationRows, PartnerRows } from './OperationRows.tsx';
import { OperationCounts } from './OperationCounts.tsx';
import { PeriodDialog } from './PeriodDialog.tsx';
import shared from '../../../ui/Shared.module.css';
import { latest } from '../../../lib/latest.ts';
import classes from './Operations.module.css';

type Open =
  | { readonly what: 'operation'; readonly row: OperationRow | null }
  | { readonly what: 'partner'; readonly row: PartnerRow | null };

export function OperationsScreen() {
  return (
    <Switch>
      <Route path="/operations/partners/:partnerId">{(params) => <PartnerRows {...params} />}</Route>
      <Route path="/operations/:operationId/:figure/:from?/:to?">{(params) => <OperationRows {...params} />}</Route>
      <Route>
        <Registers />
      </Route>
    </Switch>
  );
}

/** The named operations of the units with their counts, and the register of the services that work with them. */
function Registers() {
  const t = useText();
  const [open, dialog] = useOpened<Open>();
  const operations = useRead('operations.list', { filter: {} }).data?.operations ?? [];
  const partners = useRead('partners.list', { filter: {} }).data?.partners ?? [];
  const newOperation = dialog.opener({ what: 'operation', row: null });
  const newPartner = dialog.opener({ what: 'partner', row: null });
  useScreenKeys([
    { keys: 'N', label: t('fileWork:period.operation.new'), run: newOperation },
    { keys: 'S', label: t('fileWork:partners.add'), run: newPartner },
  ]);
  return (
    <>
      <PageHeader
        title={t('fileWork:operations.screen')}
        context={t('fileWork:operations.context')}
        actions={
          <>
            <Button variant="default" rightSection={<KeyHint keys="S" />} onClick={newPartner}>
              {t('fileWork:partners.add')}
            </Button>
            <Button
              leftSection={<IconPlus size={16} stroke={1.75} />}
              rightSection={<KeyHint keys="N" />}
              onClick={newOperation}
            >
              {t('fileWork:period.operation.new')}
            </Button>
          </>
        }
      />
      <div className={classes.page}>
        <OperationList
          onAdd={newOperation}
          onChange={(row) => {
            dialog.open({ what: 'operation', row });
          }}
        />
        <PartnerList
          onChange={(row) => {
            dialog.open({ what: 'partner', row });
          }}
        />
      </div>
      {open?.what === 'operation' && (
        <PeriodDialog what="operation" row={latest(operations, open.row)} onClose={dialog.close} />
      )}
      {open?.what === 'partner' && (
        <PeriodDialog what="partner" row={latest(partners, open.row)} onClose={dialog.close} />
      )}
    </>
  );
}

interface ChangeButtonProps {
  readonly name: string;
  readonly onClick: () => void;
}

function ChangeButton({ name, onClick }: ChangeButtonProps) {
  const t = useText();
  return (
    <Button size="compact-xs" variant="subtle" aria-label={t('common:changeFor', { name })} onClick={onClick}>
      {t('common:change')}
    </Button>
  );
}

interface OperationListProps {
  readonly onAdd: () => void;
  readonly onChange: (row: OperationRow) => void;
}

function OperationList({ onAdd, onChange }: OperationListProps) {
  const t = useText();
  const names = useNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const operations = useRead('operations.list', { filter: {} }).data?.operations;
  if (operations?.length === 0)
    return (
      <EmptyState
        title={t('fileWork:operations.empty.title')}
        text={t('fileWork:operations.empty.text')}
        action={<Button onClick={onAdd}>{t('fileWork:period.operation.new')}</Button>}
      />
    );
  const shown = operations?.find((row) => row.id === chosen) ?? operations?.[0];
  const columns: readonly Column<OperationRow>[] = [
    {
      key: 'name',
      header: t('codes:field.operation'),
      cell: (row) => (
        <Button
          size="compact-sm"
          variant={row.id === shown?.id ? 'light' : 'subtle'}
          aria-pressed={row.id === shown?.id}
          onClick={() => {
            setChosen(row.id);
          }}
        >
          {row.name}
        </Button>
      ),
    },
    { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => names.unitCode(row.unitId) },
    { key: 'from', header: t('fileWork:period.operation.from'), narrow: true, value: (row) => row.beganOn },
    { key: 'until', header: t('fileWork:period.operation.until'), narrow: true, value: (row) => row.endedOn },
    {
      key: 'files',
      header: t('common:files'),
      as: 'number',
      value: (row) => row.files,
      cell: (row) => <CountLink href={`/operations/${row.id}/files`} count={row.files} of={row.name} />,
    },
    {
      key: 'change',
      header: t('common:change'),
      hidesHeader: true,
      narrow: true,
      cell: (row) => (
        <ChangeButton
          name={row.name}
          onClick={() => {
            onChange(row);
          }}
        />
      ),
    },
  ];
  return (
    <section aria-label={t('fileWork:operations.nav')}>
      <h2 className={shared.headingAbove}>{t('fileWork:operations.nav')}</h2>
      <DataTable
        caption={t('fileWork:operations.nav')}
        rows={operations ?? []}
        rowKey={(row) => row.id}
        columns={columns}
      />
      {shown !== undefined && <OperationCounts key={shown.id} operation={shown} />}
    </section>
  );
}

function PartnerList({ onChange }: { readonly onChange: (row: PartnerRow) => void }) {
  const t = useText();
  const names = useNames();
  const partners = useRead('partners.list', { filter: {} }).data?.partners ?? [];
  return (
    <section aria-label={t('fileWork:partners.registerTitle')}>
      <h2 className={shared.headingAbove}>{t('fileWork:partners.registerTitle')}</h2>
      {partners.length === 0 ? (
        <p className={shared.none}>{t('fileWork:partners.noneInRegister')}</p>
      ) : (
        <DataTable
          caption={t('fileWork:partners.registerTitle')}
          rows={partners}
          rowKey={(row) => row.id}
          isMuted={(row) => row.leftOn !== null}
          columns={[
            { key: 'name', header: t('codes:field.service'), value: (row) => row.name },
            {
              key: 'unit',
              header: t('codes:heading.unit'),
              narrow: true,
              value: (row) => names.unitCode(row.unitId),
            },
            { key: 'joined', header: t('fileWork:period.partner.from'), narrow: true, value: (row) => row.joinedOn },
            { key: 'left', header: t('fileWork:period.partner.until'), narrow: true, value: (row) => row.leftOn },
            {
              key: 'files',
              header: t('common:files'),
              as: 'number',
              value: (row) => row.files,
              cell: (row) => <CountLink href={`/operations/partners/${row.id}`} count={row.files} of={row.name} />,
            },
            {
              key: 'change',
              header: t('common:change'),
              hidesHeader: true,
              narrow: true,
              cell: (row) => (
                <ChangeButton
                  name={row.name}
                  onClick={() => {
                    onChange(row);
                  }}
                />
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
