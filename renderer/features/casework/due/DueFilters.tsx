import { SegmentedControl, TextInput } from '@mantine/core';
import type { z } from 'zod';
import { dueFilter } from '#contract/casework/authorities';
import { clockUrgency } from '#contract/casework/clocks';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { withField } from '../../../lib/filterField.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FilterChoice } from '../../../ui/FilterChoice.tsx';
import { MoreFilters } from '../../../ui/MoreFilters.tsx';
import { UnitFilter } from '../../../ui/UnitFilter.tsx';

export type DueFilter = z.output<typeof dueFilter>;
export type DueView = 'list' | 'calendar';

interface DueFiltersProps {
  readonly filter: DueFilter;
  readonly onFilter: (next: DueFilter) => void;
  readonly reference: string;
  readonly onReference: (next: string) => void;
  readonly view: DueView;
  readonly onView: (next: DueView) => void;
}

/** By team, by person, or by the reference that a calendar outside shows. */
export function DueFilters({ filter, onFilter, reference, onReference, view, onView }: DueFiltersProps) {
  const t = useText();
  const names = useNames();
  const { user } = useSession();
  const set = (field: keyof DueFilter) => (value: string) => {
    onFilter(withField(dueFilter, filter, field, value));
  };
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('due:view.label')}
        data={[
          { value: 'list', label: t('due:view.list') },
          { value: 'calendar', label: t('due:view.calendar') },
        ]}
        value={view}
        onChange={(next) => {
          onView(next === 'calendar' ? 'calendar' : 'list');
        }}
      />
      <UnitFilter value={filter.unitId} onChange={set('unitId')} />
      <FilterChoice
        label={t('codes:field.lead')}
        empty={t('lists:all.people')}
        options={[
          { value: 'nobody', label: t('due:nobody') },
          { value: user.id, label: t('common:ledByMe') },
          ...names.people
            .filter((person) => person.id !== user.id)
            .map((person) => ({ value: person.id, label: person.displayName })),
        ]}
        value={filter.lead ?? ''}
        onChange={set('lead')}
      />
      <MoreFilters active={(filter.urgency === undefined ? 0 : 1) + (reference === '' ? 0 : 1)}>
        <Choice
          size="xs"
          label={t('codes:field.state')}
          empty={t('common:allStatuses')}
          options={clockUrgency.options.map((urgency) => ({ value: urgency, label: t(`codes:urgency.${urgency}`) }))}
          value={filter.urgency ?? ''}
          onChange={set('urgency')}
        />
        <TextInput
          size="xs"
          label={t('codes:field.reference')}
          value={reference}
          maxLength={8}
          onChange={(event) => {
            onReference(event.currentTarget.value.toUpperCase());
          }}
        />
      </MoreFilters>
    </>
  );
}
