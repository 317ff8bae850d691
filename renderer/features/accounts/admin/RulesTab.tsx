import { Button, Group, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Admin.module.css';
import { RuleDialog } from './RuleDialog.tsx';
import { useUnitNames } from './useUnitNames.ts';

export function RulesTab() {
  const t = useText();
  const format = useFormat();
  const { choices } = useUnitNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, adding] = useDisclosure();
  const unitId = (chosen ?? choices[0]?.value ?? null) as UnitId | null;
  const list = useRead('countingRules.list', { unitId: unitId ?? '' }, { enabled: unitId !== null });
  if (unitId === null) {
    return <EmptyState title={t('admin:rules.emptyTitle')} text={t('admin:rules.noUnit')} />;
  }
  const rules = list.data?.rules ?? [];
  return (
    <>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      <Group gap="8px 16px" justify="space-between">
        <Select
          aria-label={t('codes:heading.unit')}
          data={choices}
          value={unitId}
          onChange={setChosen}
          allowDeselect={false}
          w={280}
        />
        <Button onClick={adding.open}>{t('admin:rules.add')}</Button>
      </Group>
      <p className={classes.note}>{t('admin:rules.note')}</p>
      {list.isSuccess && rules.length === 0 ? (
        <EmptyState title={t('admin:rules.emptyTitle')} text={t('admin:rules.emptyText')} />
      ) : (
        <DataTable
          caption={t('admin:tab.rules')}
          rows={rules}
          rowKey={(rule) => rule.validFrom}
          columns={[
            { key: 'from', header: t('codes:heading.inForceFrom'), narrow: true, value: (rule) => rule.validFrom },
            {
              key: 'definition',
              header: t('admin:rules.definition'),
              value: (rule) => t(`admin:rules.backlog.${rule.backlogDefinition}`),
            },
            {
              key: 'statement',
              header: t('codes:heading.statement'),
              cell: (rule) => <span className={classes.statement}>{format.bilingual(rule.statement)}</span>,
            },
          ]}
        />
      )}
      {isAdding && <RuleDialog unitId={unitId} onClose={adding.close} />}
    </>
  );
}
