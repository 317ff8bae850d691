import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Records.module.css';
import { RuleDialog } from './RuleDialog.tsx';

/** The service's own rules of a unit, dated; the newest of each class holds. */
export function RetentionRules() {
  const t = useText();
  const { units } = useNames();
  const [picked, setPicked] = useState<UnitId | null>(null);
  const unitId = picked ?? units[0]?.id;
  const [isOpen, { open, close }] = useDisclosure();
  useScreenKeys([{ keys: 'N', label: t('records:rules.add'), run: open }]);
  if (unitId === undefined) return null;
  return (
    <section aria-label={t('records:rules.title')}>
      <div className={classes.toolbar}>
        <h2 className={shared.heading}>{t('records:rules.title')}</h2>
        <Group gap={8} wrap="nowrap">
          {units.length > 1 && (
            <Choice
              size="xs"
              aria-label={t('codes:heading.unit')}
              options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
              value={unitId}
              onChange={(id) => {
                setPicked(id as UnitId);
              }}
            />
          )}
          <Button variant="default" rightSection={<KeyHint keys="N" />} onClick={open}>
            {t('records:rules.add')}
          </Button>
        </Group>
      </div>
      <p className={classes.note}>{t('records:rules.text')}</p>
      <Rules unitId={unitId} />
      {isOpen && <RuleDialog unitId={unitId} onClose={close} />}
    </section>
  );
}

type Rule = Output<'retention.rules'>['rules'][number];

function Rules({ unitId }: { readonly unitId: UnitId }) {
  const t = useText();
  const { data, error } = useRead('retention.rules', { unitId });
  if (error !== null) return <FailureAlert failure={error.failure} />;
  if (data === undefined) return null;
  if (data.rules.length === 0)
    return <EmptyState title={t('records:rules.empty')} text={t('records:rules.emptyText')} />;
  const yearsOf = ({ years }: Rule): string =>
    years === null ? t('records:rules.ended') : t('records:years', { count: years });
  return (
    <DataTable
      caption={t('records:rules.title')}
      rows={data.rules}
      rowKey={(row) => `${row.class} ${row.offence ?? ''} ${row.validFrom}`}
      isMuted={(row) => !row.inForce}
      columns={[
        { key: 'class', header: t('common:files'), value: (row) => t(`codes:retentionClass.${row.class}`) },
        {
          key: 'offence',
          header: t('codes:field.offence'),
          value: (row) => row.offence ?? t('common:all'),
        },
        { key: 'years', header: t('records:column.kept'), narrow: true, value: yearsOf },
        { key: 'from', header: t('codes:heading.inForceFrom'), narrow: true, value: (row) => row.validFrom },
        { key: 'by', header: t('codes:field.by'), value: (row) => row.by },
        {
          key: 'state',
          header: t('codes:field.state'),
          narrow: true,
          value: (row) => t(row.inForce ? 'common:inForce' : 'records:rules.notInForce'),
        },
      ]}
    />
  );
}
