import { Button, Group } from '@mantine/core';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import type { Unit } from '#contract/accounts/people';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import classes from './Admin.module.css';
import { latest } from '../../../lib/latest.ts';
import { UnitDialog } from './UnitDialog.tsx';

export function UnitsTab() {
  const t = useText();
  const format = useFormat();
  const list = useRead('units.list', {});
  const [opened, dialog] = useOpened<Unit | 'new'>();
  const add = dialog.opener('new');
  useScreenKeys([{ keys: 'N', label: t('admin:units.add'), run: add }]);
  const units = list.data?.units ?? [];
  return (
    <>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      {list.isSuccess && units.length === 0 ? (
        <EmptyState
          title={t('common:noUnits')}
          text={t('admin:units.emptyText')}
          action={<Button onClick={add}>{t('admin:units.add')}</Button>}
        />
      ) : (
        <>
          <Group gap="8px 16px" justify="space-between">
            <p className={classes.note}>{t('admin:units.note')}</p>
            <Button onClick={add}>{t('admin:units.add')}</Button>
          </Group>
          <DataTable
            caption={t('admin:tab.units')}
            rows={units}
            rowKey={(unit) => unit.id}
            isMuted={(unit) => !unit.active}
            columns={[
              { key: 'code', header: t('codes:heading.code'), value: (unit) => unit.code, narrow: true },
              { key: 'name', header: t('codes:field.name'), value: (unit) => format.bilingual(unit.name) },
              { key: 'service', header: t('codes:heading.service'), value: (unit) => unit.service },
              {
                key: 'state',
                header: t('codes:field.state'),
                narrow: true,
                value: (unit) => Number(!unit.active),
                cell: (unit) => <UnitState unit={unit} />,
              },
              {
                key: 'actions',
                header: t('common:actions'),
                hidesHeader: true,
                align: 'end',
                narrow: true,
                cell: (unit) => (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('admin:units.edit', { code: unit.code })}
                    onClick={dialog.opener(unit)}
                  >
                    {t('common:edit')}
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
      {opened !== null && <UnitDialog unit={opened === 'new' ? null : latest(units, opened)} onClose={dialog.close} />}
    </>
  );
}

function UnitState({ unit }: { readonly unit: Unit }) {
  const t = useText();
  return unit.active ? (
    <StatusBadge tone="positive" icon={IconCircleCheck} label={t('admin:units.active')} />
  ) : (
    <StatusBadge tone="neutral" icon={IconCircleOff} label={t('admin:units.inactive')} />
  );
}
