import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { SealRow } from '#contract/custody/seals';
import { call } from '../../../bridge/bridge.ts';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import classes from './Records.module.css';
import { UnsealDialog } from './UnsealDialog.tsx';

/** Every seal: when, on what basis, and how much; nothing of what is sealed. */
export function SealedTab() {
  const t = useText();
  const { data, error } = useRead('seals.list', { filter: {} });
  const [opened, dialog] = useOpened<SealRow>();
  const [found, setFound] = useState<string | null>(null);
  const seals = data?.seals ?? [];
  const shown = found === null ? seals : seals.filter(({ id }) => id === found);
  const unsealed = seals.filter((row) => row.unsealed !== null).length;
  return (
    <>
      {error !== null && <FailureAlert failure={error.failure} />}
      {data?.seals.length === 0 && (
        <EmptyState title={t('records:sealed.empty')} text={t('records:sealed.emptyText')} />
      )}
      {seals.length > 0 && (
        <section aria-label={t('records:tab.sealed')}>
          <div className={classes.toolbar}>
            <p className={classes.note} role="status">
              {t('records:sealed.count', { count: seals.length - unsealed })} {t('records:sealed.text')}
            </p>
            <Find onFound={setFound} />
          </div>
          {shown.length === 0 ? (
            <EmptyState title={t('records:sealed.notFound')} text={t('records:sealed.notFoundText')} />
          ) : (
            <SealTable rows={shown} onUnseal={dialog.open} />
          )}
        </section>
      )}
      {opened !== null && <UnsealDialog seal={opened} onClose={dialog.close} />}
    </>
  );
}

/** The number that an order names finds its seal. `none` means no seal. */
function Find({ onFound }: { readonly onFound: (id: string | null) => void }) {
  const t = useText();
  const { units } = useNames();
  const field = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState('');
  useScreenKeys([{ keys: '/', label: t('records:sealed.find'), run: () => field.current?.focus() }]);
  const find = async () => {
    if (number.trim() === '') {
      onFound(null);
      return;
    }
    for (const { id: unitId } of units) {
      const { id } = await call('seals.find', { unitId, number });
      if (id !== null) {
        onFound(id);
        return;
      }
    }
    onFound('none');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        w={300}
        label={t('records:sealed.find')}
        placeholder={t('records:sealed.findHint')}
        rightSection={<KeyHint keys="/" />}
        value={number}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
        }}
      />
    </form>
  );
}

interface SealTableProps {
  readonly rows: readonly SealRow[];
  readonly onUnseal: (seal: SealRow) => void;
}

function SealTable({ rows, onUnseal }: SealTableProps) {
  const t = useText();
  const { unitCode, fileNumber } = useNames();
  const mayUnseal = useHasRole('supervisor', 'records_officer');
  const holds = ({ ofPerson, referrals }: SealRow): string =>
    ofPerson ? t('records:sealed.person') : t('records:sealed.file', { count: referrals });
  return (
    <DataTable
      caption={t('records:tab.sealed')}
      rows={rows}
      rowKey={(row) => row.id}
      isMuted={(row) => row.unsealed !== null}
      columns={[
        { key: 'number', header: t('records:column.seal'), narrow: true, value: fileNumber },
        { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => unitCode(row.unitId) },
        { key: 'on', header: t('codes:heading.date'), narrow: true, value: (row) => row.sealedOn },
        { key: 'basis', header: t('records:column.basis'), value: (row) => t(`records:basis.${row.basis}`) },
        { key: 'holds', header: t('records:column.holds'), value: holds },
        { key: 'by', header: t('codes:field.by'), value: (row) => row.by },
        {
          key: 'state',
          header: t('codes:field.state'),
          cell: (row) =>
            row.unsealed === null
              ? mayUnseal && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={t('records:unseal.buttonFor', { number: fileNumber(row) })}
                    onClick={() => {
                      onUnseal(row);
                    }}
                  >
                    {t('records:unseal.button')}
                  </Button>
                )
              : t('records:unsealed', { ...row.unsealed }),
        },
      ]}
    />
  );
}
