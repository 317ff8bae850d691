import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { addMonths, monthsBetween } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { currentMonth } from '../../../lib/currentMonth.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { GridFoot } from '../../../ui/grid/GridFoot.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { columns, invalidKeys, savedCells, toSave, type Edits } from './cells.ts';
import classes from './Staffing.module.css';
import { StaffingGrid } from './StaffingGrid.tsx';

const ranges = ['36', '60', '120'] as const;

export function StaffingScreen() {
  const t = useText();
  const session = useSession();
  // Staffing is no content of a case: an administrator reaches every unit.
  const administers = session.roles.includes('administrator');
  const [filter, change] = useFigureFilter();
  const units = useRead('units.list', {}).data?.units.filter(
    (unit) => administers || session.unitIds.includes(unit.id),
  );
  const unit = units?.find((each) => each.id === filter.unitId) ?? units?.[0];
  const format = useFormat();
  const [range, setRange] = useState<string>('36');
  if (unit === undefined || units === undefined)
    return (
      <>
        <PageHeader title={t('staffing:nav')} />
        {units !== undefined && (
          <EmptyState
            title={t('staffing:noUnit.title')}
            text={t(administers ? 'staffing:noUnit.first' : 'staffing:noUnit.text')}
          />
        )}
      </>
    );
  return (
    <div className={classes.screen}>
      <PageHeader title={t('staffing:nav')} context={t('staffing:context')} />
      <div className={classes.choices}>
        <Choice
          label={t('codes:heading.unit')}
          value={unit.id}
          options={units.map((each) => ({ value: each.id, label: `${each.code} · ${format.bilingual(each.name)}` }))}
          onChange={(id) => {
            change({ unitId: id as UnitId });
          }}
        />
        <Choice
          label={t('common:monthsShown')}
          value={range}
          options={ranges.map((value) => ({ value, label: t('staffing:months', { count: Number(value) }) }))}
          onChange={setRange}
        />
      </div>
      <UnitStaffing key={unit.id} unitId={unit.id} months={Number(range)} />
    </div>
  );
}

/** One unit's grid. What is typed and not saved stays with the unit while the user goes elsewhere. */
function UnitStaffing({ unitId, months: count }: { readonly unitId: UnitId; readonly months: number }) {
  const t = useText();
  const to = currentMonth();
  const from = addMonths(to, 1 - count);
  const grid = useRead('unitMonths.grid', { unitId, from, to, measures: [...columns] }, { keepPrevious: true });
  const [edits, setEdits] = useKeptState<Edits>(`staffing ${unitId}`, new Map());
  const save = useWrite('staffing.save');
  const saved = grid.data === undefined ? new Map() : savedCells(grid.data);
  const invalid = invalidKeys(edits);
  const saveAll = () => {
    save.mutate(
      { unitId, cells: toSave(edits, saved) },
      {
        onSuccess: () => {
          setEdits(new Map());
          notifications.show({ message: t('common:saved') });
        },
      },
    );
  };
  if (grid.error !== null) return <FailureAlert failure={grid.error.failure} />;
  if (grid.data === undefined) return null;
  return (
    <>
      <StaffingGrid months={monthsBetween(from, to)} saved={saved} edits={edits} onChange={setEdits} />
      <GridFoot
        saveLabel={t('staffing:save')}
        changes={edits.size}
        problem={invalid.length === 0 ? null : t('staffing:invalid', { count: invalid.length })}
        isSaving={save.isPending}
        failure={save.error?.failure}
        onSave={saveAll}
        onDiscard={() => {
          setEdits(new Map());
        }}
      />
    </>
  );
}
