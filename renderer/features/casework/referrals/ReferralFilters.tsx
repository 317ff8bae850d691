import { Button, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { referralSource, referralState, riskBand } from '#contract/ground/codes';
import { dueWindow, referralFilter, type ReferralFilter } from '#contract/casework/referrals';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { withField } from '../../../lib/filterField.ts';
import type { Names } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FilterChoice } from '../../../ui/FilterChoice.tsx';
import { MoreFilters } from '../../../ui/MoreFilters.tsx';
import { NumberFilter } from '../../../ui/NumberFilter.tsx';
import { ResetFilters } from '../../../ui/ResetFilters.tsx';
import { UnitFilter } from '../../../ui/UnitFilter.tsx';
import type { Desk } from './useReferralFilter.ts';

interface ReferralFiltersProps {
  readonly desk: Desk;
  readonly filter: ReferralFilter;
  /** What a reset brings back. */
  readonly first: ReferralFilter;
  readonly onChange: (next: ReferralFilter) => void;
  readonly names: Names;
}

type Field = keyof ReferralFilter;
const seldom = ['state', 'source', 'riskBand', 'numberStartsWith', 'openOnly'] as const satisfies readonly Field[];

/** What a link from elsewhere asks for, and no field of the bar. */
const linked = ['importId', 'officerNamed'] as const satisfies readonly Field[];

export function ReferralFilters(props: ReferralFiltersProps) {
  const { desk, filter, first, onChange } = props;
  const t = useText();
  const set = (field: Field) => (value: string) => {
    onChange(withField(referralFilter, filter, field, value));
  };
  // Whose they are is what the inbox is.
  const isInbox = desk === 'inbox';
  const changed = (field: Field) => filter[field] !== first[field];
  return (
    <>
      <UnitFilter value={filter.unitId} onChange={set('unitId')} />
      <FilterChoice
        label={t('referrals:column.due')}
        empty={t('lists:all.deadlines')}
        options={dueWindow.options.map((each) => ({ value: each, label: t(`triage:filter.${each}`) }))}
        value={filter.due ?? ''}
        onChange={(value) => {
          // A missed deadline may be in an investigation by now: it is no open referral then, and late all the same.
          const wide = value === 'breach' ? withField(referralFilter, filter, 'openOnly', false) : filter;
          onChange(withField(referralFilter, withField(referralFilter, wide, 'late', ''), 'due', value));
        }}
      />
      {!isInbox && <OwnerFilter {...props} />}
      <MoreFilters active={seldom.filter(changed).length + (isInbox && changed('assignedTo') ? 1 : 0)}>
        {isInbox && <OwnerFilter {...props} />}
        <SeldomFilters {...props} />
        <OpenOnly {...props} />
      </MoreFilters>
      {linked
        .filter((field) => filter[field] !== undefined)
        .map((field) => (
          <Button
            key={field}
            size="compact-sm"
            variant="default"
            rightSection={<IconX size={14} stroke={1.75} aria-hidden />}
            onClick={() => {
              set(field)('');
            }}
          >
            {t(`referrals:filter.${field}`, { name: filter.officerNamed ?? '' })}
          </Button>
        ))}
      {JSON.stringify(filter) !== JSON.stringify(first) && <ResetFilters onReset={onChange.bind(null, first)} />}
    </>
  );
}

type PartProps = Omit<ReferralFiltersProps, 'first'>;

function OwnerFilter({ desk, filter, onChange, names }: PartProps) {
  const t = useText();
  const { user, roles } = useSession();
  const isInbox = desk === 'inbox';
  const Field = isInbox ? Choice : FilterChoice;
  // Missed deadlines are one's own, or a supervisor's to assign.
  const namesOthers = filter.due !== 'breach' || roles.includes('supervisor');
  return (
    <Field
      size="xs"
      label={t('codes:field.owner')}
      empty={t(isInbox ? 'referrals:filter.anyone' : 'lists:all.people')}
      options={[
        { value: 'nobody', label: t('referrals:filter.nobody') },
        { value: user.id, label: t('referrals:filter.me') },
        ...names.people
          .filter((person) => namesOthers && person.id !== user.id)
          .map((person) => ({ value: person.id, label: person.displayName })),
      ]}
      value={filter.assignedTo ?? ''}
      onChange={(value) => {
        onChange(withField(referralFilter, filter, 'assignedTo', value));
      }}
    />
  );
}

function OpenOnly({ filter, onChange }: PartProps) {
  const t = useText();
  return (
    <Checkbox
      label={t('referrals:filter.openOnly')}
      checked={filter.openOnly === true}
      onChange={(event) => {
        onChange(withField(referralFilter, filter, 'openOnly', event.currentTarget.checked));
      }}
    />
  );
}

function SeldomFilters({ filter, onChange }: PartProps) {
  const t = useText();
  const set = (field: Field) => (value: string) => {
    onChange(withField(referralFilter, filter, field, value));
  };
  return (
    <>
      <Choice
        size="xs"
        label={t('codes:field.state')}
        empty={t('common:allStatuses')}
        options={referralState.options.map((state) => ({ value: state, label: t(`codes:referralState.${state}`) }))}
        value={filter.state ?? ''}
        onChange={(value) => {
          // A closed state among open files only is an empty list.
          const wide = value === '' ? filter : withField(referralFilter, filter, 'openOnly', false);
          onChange(withField(referralFilter, wide, 'state', value));
        }}
      />
      <Choice
        size="xs"
        label={t('codes:field.source')}
        empty={t('referrals:filter.anySource')}
        options={referralSource.options.map((source) => ({
          value: source,
          label: t(`codes:referralSource.${source}`),
        }))}
        value={filter.source ?? ''}
        onChange={set('source')}
      />
      <Choice
        size="xs"
        label={t('codes:field.riskBand')}
        empty={t('referrals:filter.anyBand')}
        options={[
          ...riskBand.options.map((band) => ({ value: band, label: t(`codes:riskBand.${band}`) })),
          { value: 'none', label: t('common:none') },
        ]}
        value={filter.riskBand ?? ''}
        onChange={set('riskBand')}
      />
      <NumberFilter value={filter.numberStartsWith ?? ''} onChange={set('numberStartsWith')} />
    </>
  );
}
