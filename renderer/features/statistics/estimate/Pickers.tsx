import { Select } from '@mantine/core';
import { addMonths, monthsBetween, type Month } from '#contract/ground/dates';
import type { AgreementId, UnitId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { byFiscalYear } from '../../../lib/fiscal.ts';
import classes from './Estimate.module.css';
import type { Scope } from './useEstimate.ts';

interface PickersProps {
  readonly latest: Month;
  readonly lastMonth: Month;
  readonly scope: Scope;
}

/** Units, and the last month. */
export function Pickers({ latest, lastMonth, scope }: PickersProps) {
  const t = useText();
  const format = useFormat();
  const [, change] = useFigureFilter();
  const choices = useScopeChoices();
  const years = byFiscalYear(monthsBetween(addMonths(latest, -119), latest).toReversed());
  return (
    <div className={classes.pickers}>
      <Select
        label={t('codes:heading.units')}
        searchable
        allowDeselect={false}
        value={writeScope(scope)}
        data={choices}
        onChange={(written) => {
          change(readScope(written ?? 'all'));
        }}
      />
      <Select
        label={t('counterfactual:pick.month')}
        searchable
        allowDeselect={false}
        value={lastMonth}
        data={years.map(([year, months]) => ({
          group: format.fiscalYear(year),
          items: months.map((month) => ({ value: month, label: format.month(month) })),
        }))}
        onChange={(month) => {
          change({ lastMonth: month });
        }}
      />
    </div>
  );
}

function writeScope(scope: Scope): string {
  if ('all' in scope) return 'all';
  return 'unitId' in scope ? `unit ${scope.unitId}` : `agreement ${scope.agreementId}`;
}

function readScope(written: string) {
  const [kind, id] = written.split(' ');
  if (kind === 'unit') return { scope: 'unit', unitId: id as UnitId } as const;
  return kind === 'agreement'
    ? ({ scope: 'agreement', agreementId: id as AgreementId } as const)
    : ({ scope: 'all' } as const);
}

function useScopeChoices() {
  const t = useText();
  const format = useFormat();
  const { unitIds, workspace } = useSession();
  const units = (useRead('units.list', {}).data?.units ?? []).filter((unit) => unitIds.includes(unit.id));
  const isCoordination = workspace.kind === 'coordination';
  const agreements = useRead('agreements.list', {}, { enabled: isCoordination }).data?.agreements ?? [];
  const together = { value: 'all', label: t('counterfactual:pick.all', { count: units.length }) };
  return [
    ...(units.length > 1 ? [{ group: t('counterfactual:pick.together'), items: [together] }] : []),
    ...(agreements.length > 0
      ? [
          {
            group: t('counterfactual:pick.agreements'),
            items: agreements.map((agreement) => ({
              value: `agreement ${agreement.id}`,
              label: `${agreement.code} · ${format.bilingual(agreement.recipient)}`,
            })),
          },
        ]
      : []),
    {
      group: t('counterfactual:pick.units'),
      items: units
        .toSorted((a, b) => a.code.localeCompare(b.code))
        .map((unit) => ({ value: `unit ${unit.id}`, label: `${unit.code} · ${format.bilingual(unit.name)}` })),
    },
  ];
}
