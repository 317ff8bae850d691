import { Button, Group } from '@mantine/core';
import { Link } from 'wouter';
import { quarterMonths } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useGo } from '../../../lib/useGo.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ValueState } from '../../../ui/ValueState.tsx';
import { dataCoverageOf, type UnitCoverage } from './dataCoverage.ts';
import { returnPath } from './returnPaths.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';
import type { StepProps } from './usePreparedReturn.ts';

/** What has arrived, unit by unit: the return is made from packs alone. */
export function DataStep({ prepared, edition }: StepProps) {
  const t = useText();
  const format = useFormat();
  const go = useGo();
  const { content } = prepared;
  const rows = dataCoverageOf(content);
  if (rows.length === 0)
    return (
      <EmptyState
        title={t('returns:data.noUnit')}
        text={t('returns:check.no_unit.text')}
        action={
          <Link href={`/agreements/${content.agreement.id}`} className={classes.link ?? ''}>
            {t('returns:mend.agreements')}
          </Link>
        }
      />
    );
  const whole = rows.filter((row) => row.months.every(({ counts }) => counts === 'complete')).length;
  const monthColumns = quarterMonths(content.quarter).map((month, index): Column<UnitCoverage> => ({
    key: month,
    header: format.shortMonth(month),
    narrow: true,
    cell: (row) => <ValueState status={row.months[index]?.counts ?? 'not_available'} />,
  }));
  return (
    <section className={classes.section}>
      <Group gap="8px 16px" justify="space-between">
        <p className={shared.note}>
          {t('returns:data.summary', { whole: format.number(whole), units: format.number(rows.length) })}
        </p>
        <Button onClick={go(returnPath(content.agreement.id, content.quarter, 'checks', edition))}>
          {t('returns:data.toChecks')}
        </Button>
      </Group>
      <DataTable
        caption={t('returns:step.data')}
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'code',
            header: t('codes:heading.unit'),
            narrow: true,
            value: (row) => row.code,
            cell: (row) => <strong>{row.code}</strong>,
          },
          { key: 'name', header: t('codes:field.name'), value: (row) => format.bilingual(row.name) },
          ...monthColumns,
          {
            key: 'staffing',
            header: t('returns:data.staffing'),
            narrow: true,
            cell: (row) => <ValueState status={staffingOf(row)} />,
          },
          { key: 'packs', header: t('common:pack'), cell: (row) => <PackLinks row={row} /> },
        ]}
      />
    </section>
  );
}

function staffingOf({ months }: UnitCoverage) {
  const statuses = months.map(({ staffing }) => staffing);
  if (statuses.every((status) => status === 'complete')) return 'complete';
  return statuses.every((status) => status === 'not_available') ? 'not_available' : 'partial';
}

function PackLinks({ row }: { readonly row: UnitCoverage }) {
  const t = useText();
  if (row.packs.length === 0) return <span className={shared.small}>{t('returns:data.noPack')}</span>;
  return (
    <>
      {row.packs.map((pack) => (
        <Link key={pack.id} href={`/packs/${pack.id}`} className={classes.link ?? ''}>
          {pack.workspaceName}
        </Link>
      ))}
    </>
  );
}
