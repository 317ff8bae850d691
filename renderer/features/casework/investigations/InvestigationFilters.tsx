import { Checkbox } from '@mantine/core';
import { waitingState } from '#contract/ground/codes';
import { investigationFilter } from '#contract/casework/investigations';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { withField } from '../../../lib/filterField.ts';
import type { Names } from '../../../lib/useNames.ts';
import { FilterChoice } from '../../../ui/FilterChoice.tsx';
import { MoreFilters } from '../../../ui/MoreFilters.tsx';
import { NumberFilter } from '../../../ui/NumberFilter.tsx';
import { ResetFilters } from '../../../ui/ResetFilters.tsx';
import { UnitFilter } from '../../../ui/UnitFilter.tsx';
import { firstFilter, type InvestigationFilter } from './useInvestigationFilter.ts';

interface InvestigationFiltersProps {
  readonly filter: InvestigationFilter;
  readonly onChange: (next: InvestigationFilter) => void;
  readonly names: Names;
}

type Field = keyof InvestigationFilter;

export function InvestigationFilters({ filter, onChange, names }: InvestigationFiltersProps) {
  const t = useText();
  const { user } = useSession();
  const set = (field: Field) => (value: string | boolean) => {
    onChange(withField(investigationFilter, filter, field, value));
  };
  const isFirst = JSON.stringify(filter) === JSON.stringify(firstFilter);
  return (
    <>
      <UnitFilter value={filter.unitId} onChange={set('unitId')} />
      <FilterChoice
        label={t('codes:field.state')}
        empty={t('lists:all.statuses')}
        options={waitingState.options.map((state) => ({ value: state, label: t(`codes:waitingState.${state}`) }))}
        value={filter.waiting ?? ''}
        onChange={set('waiting')}
      />
      <FilterChoice
        label={t('codes:field.lead')}
        empty={t('lists:all.people')}
        options={[
          { value: 'nobody', label: t('common:noLead') },
          { value: user.id, label: t('common:ledByMe') },
          ...names.people
            .filter((person) => person.id !== user.id)
            .map((person) => ({ value: person.id, label: person.displayName })),
        ]}
        value={filter.lead ?? ''}
        onChange={set('lead')}
      />
      <MoreFilters
        active={
          (['numberStartsWith', 'openOnly'] as const).filter((field) => filter[field] !== firstFilter[field]).length
        }
      >
        <NumberFilter value={filter.numberStartsWith ?? ''} onChange={set('numberStartsWith')} />
        <Checkbox
          label={t('investigations:filter.openOnly')}
          checked={filter.openOnly === true}
          onChange={(event) => {
            onChange(withField(investigationFilter, filter, 'openOnly', event.currentTarget.checked));
          }}
        />
      </MoreFilters>
      {!isFirst && <ResetFilters onReset={onChange.bind(null, firstFilter)} />}
    </>
  );
}
