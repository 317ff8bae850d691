import { Checkbox, ScrollArea, SegmentedControl, Select, UnstyledButton } from '@mantine/core';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Unit } from '#contract/accounts/people';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { spans, useFigureFilter, type Span } from '../../../lib/figureFilter.ts';
import classes from './Backlog.module.css';
import { useFormat } from '../../../lib/useFormat.ts';
import { periodChoices, readPeriod, writePeriod, type Period } from './period.ts';

/** The periods of a ledger, named in the language on screen. */
function usePeriodChoices(last: Month) {
  const t = useText();
  const format = useFormat();
  const [filter] = useFigureFilter();
  const nameOf = (period: Period): string => {
    switch (period.kind) {
      case 'span':
        return t('backlog:filters.spanPeriod', { count: filter.span });
      case 'quarter':
        return format.quarter(period.quarter);
      case 'year':
        return format.fiscalYear(period.fiscalYear);
    }
  };
  const itemOf = (period: Period) => ({ value: writePeriod(period), label: nameOf(period) });
  const { quarters, years } = periodChoices(last);
  return {
    value: writePeriod(readPeriod(filter.period, last)),
    choices: [
      { group: t('backlog:filters.quarters'), items: quarters.map(itemOf) },
      { group: t('backlog:filters.years'), items: years.map(itemOf) },
      { group: t('backlog:filters.other'), items: [itemOf({ kind: 'span' })] },
    ],
  };
}

interface FiltersProps {
  readonly last: Month;
  readonly units: readonly Unit[];
}

/** What the page is about; kept while the user goes to other screens and comes back. */
export function Filters({ last, units }: FiltersProps) {
  const t = useText();
  const session = useSession();
  const reach = units.filter((unit) => session.unitIds.includes(unit.id));
  return (
    <aside className={classes.filters} aria-label={t('backlog:filters.title')}>
      <PeriodFilters last={last} />
      {reach.length > 1 && <UnitFilter units={reach} />}
    </aside>
  );
}

export function PeriodFilters({ last }: Pick<FiltersProps, 'last'>) {
  const t = useText();
  const [filter, change] = useFigureFilter();
  const { value, choices } = usePeriodChoices(last);
  return (
    <>
      <Select
        label={t('backlog:filters.period')}
        value={value}
        data={choices}
        allowDeselect={false}
        onChange={(period) => {
          change({ period });
        }}
      />
      <div>
        <p className={classes.label} id="span-label">
          {t('common:monthsShown')}
        </p>
        <SegmentedControl
          fullWidth
          aria-labelledby="span-label"
          value={String(filter.span)}
          data={spans.map(String)}
          onChange={(span) => {
            change({ span: Number(span) as Span });
          }}
        />
      </div>
    </>
  );
}

function UnitFilter({ units }: Pick<FiltersProps, 'units'>) {
  const t = useText();
  const [{ unitIds }, change] = useFigureFilter();
  const toggle = (id: UnitId, isChosen: boolean) => {
    const rest = (unitIds ?? []).filter((each) => each !== id);
    const next = isChosen ? [...rest, id] : rest;
    change({ unitIds: next.length === 0 || next.length === units.length ? null : next });
  };
  return (
    <fieldset className={classes.units}>
      <legend className={classes.label}>{t('codes:heading.units')}</legend>
      <UnstyledButton
        className={classes.all}
        aria-pressed={unitIds === null}
        onClick={() => {
          change({ unitIds: null });
        }}
      >
        {t('backlog:filters.all', { count: units.length })}
      </UnstyledButton>
      <ScrollArea.Autosize mah="max(128px, calc(100vh - 360px))" offsetScrollbars="y" viewportProps={{ tabIndex: -1 }}>
        <div className={classes.unitList}>
          {units.map((unit) => (
            <UnitChoice
              key={unit.id}
              unit={unit}
              isChosen={unitIds?.includes(unit.id) ?? false}
              onChange={(isChosen) => {
                toggle(unit.id, isChosen);
              }}
            />
          ))}
        </div>
      </ScrollArea.Autosize>
    </fieldset>
  );
}

interface UnitChoiceProps {
  readonly unit: Unit;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function UnitChoice({ unit, isChosen, onChange }: UnitChoiceProps) {
  return (
    <Checkbox
      checked={isChosen}
      label={unit.code}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    />
  );
}
