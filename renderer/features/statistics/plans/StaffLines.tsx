import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { PlanLine } from '#contract/statistics/plans';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { PlanFormProps } from './planFormProps.ts';
import classes from './Plans.module.css';
import { PlanNumber } from './PlanNumber.tsx';
import { monthChoices, unitChoices } from './planText.ts';

/** Staff who would come or leave, one line each. */
export function StaffLines({ plan, onChange, units, notPlanned, months }: PlanFormProps) {
  const t = useText();
  const [first] = months;
  const [unit] = units;
  const change = (index: number, changes: Partial<PlanLine>) => {
    onChange({ ...plan, lines: plan.lines.map((line, each) => (each === index ? { ...line, ...changes } : line)) });
  };
  if (first === undefined || unit === undefined) return null;
  const add = () => {
    const line = { unitId: unit.unitId, from: first, to: null, fte: 1, funded: true, rampMonths: null };
    onChange({ ...plan, lines: [...plan.lines, line] });
  };
  return (
    <div role="group" aria-label={t('plans:lines.title')}>
      {plan.lines.map((line, index) => (
        <Line
          key={index}
          index={index}
          line={line}
          units={units}
          notPlanned={notPlanned}
          months={months}
          onChange={(changes) => {
            change(index, changes);
          }}
          onRemove={() => {
            onChange({ ...plan, lines: plan.lines.filter((_, each) => each !== index) });
          }}
        />
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
        onClick={add}
      >
        {t('plans:lines.add')}
      </Button>
    </div>
  );
}

interface LineProps extends Pick<PlanFormProps, 'units' | 'notPlanned' | 'months'> {
  readonly index: number;
  readonly line: PlanLine;
  readonly onChange: (changes: Partial<PlanLine>) => void;
  readonly onRemove: () => void;
}

/** Base staff may leave; funded staff leave with the agreement. */
function Line({ index, line, units, notPlanned, months, onChange, onRemove }: LineProps) {
  const t = useText();
  const format = useFormat();
  const isOne = units.length === 1 && units[0]?.unitId === line.unitId;
  return (
    <div className={classes.line} role="group" aria-label={t('plans:lines.line', { number: index + 1 })}>
      {!isOne && (
        <Select
          className={classes.wide ?? ''}
          label={t('codes:heading.unit')}
          data={unitChoices(units, notPlanned, line.unitId)}
          value={line.unitId}
          allowDeselect={false}
          searchable
          onChange={(unitId) => {
            onChange({ unitId: unitId as PlanLine['unitId'] });
          }}
        />
      )}
      <PlanNumber
        name={line.funded ? 'fundedFte' : 'baseFte'}
        label={t('plans:lines.fte')}
        value={line.fte}
        onChange={(fte) => {
          if (fte !== null) onChange({ fte });
        }}
      />
      <Select
        label={t('plans:lines.paidBy')}
        data={[
          { value: 'funded', label: t('plans:lines.funded') },
          { value: 'base', label: t('plans:lines.base') },
        ]}
        value={line.funded ? 'funded' : 'base'}
        allowDeselect={false}
        onChange={(kind) => {
          onChange({ funded: kind === 'funded', fte: kind === 'funded' ? Math.max(0.25, line.fte) : line.fte });
        }}
      />
      <Select
        label={t('plans:lines.from')}
        data={monthChoices(months, format, line.from)}
        value={line.from}
        allowDeselect={false}
        searchable
        onChange={(month) => {
          const from = month ?? line.from;
          onChange({ from, to: line.to !== null && line.to < from ? null : line.to });
        }}
      />
      <Select
        label={t('plans:lines.to')}
        placeholder={t(`plans:lines.${line.funded ? 'withAgreement' : 'open'}`)}
        data={monthChoices(months, format, line.to).filter(({ value }) => value >= line.from)}
        value={line.to}
        clearable
        searchable
        onChange={(to) => {
          onChange({ to });
        }}
      />
      <div className={`${classes.wide ?? ''} ${classes.lineEnd ?? ''}`}>
        <PlanNumber
          name="ramp"
          label={t('plans:lines.ramp')}
          placeholder={t('plans:lines.asFound')}
          value={line.rampMonths}
          onChange={(rampMonths) => {
            onChange({ rampMonths });
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('plans:lines.remove', { number: index + 1 })}
          onClick={onRemove}
        >
          <IconTrash size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}
