import { Button, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { referralSource, referralState, riskBand } from '#contract/ground/codes';
import { dueWindow, referralFilter, type ReferralFilter } from '#contract/casework/referrals';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { withField } from '../../../lib/filterField.ts';
import type { Names } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { NumberFilter } from '../../../ui/NumberFilter.tsx';
import { UnitFilter } from '../../../ui/UnitFilter.tsx';

interface ReferralFiltersProps {
  readonly filter: ReferralFilter;
  /** What a reset brings back. */
  readonly first: ReferralFilter;
  readonly onChange: (next: ReferralFilter) => void;
  readonly names: Names;
}

type Field = keyof ReferralFilter;

export function ReferralFilters({ filter, first, onChange, names }: ReferralFiltersProps) {
  const t = useText();
  const { user, roles } = useSession();
  // Missed deadlines are one's own, or a supervisor's to assign.
  const namesOthers = filter.due !== 'breach' || roles.includes('supervisor');
  const set = (field: Field) => (value: string | boolean) => {
    onChange(withField(referralFilter, filter, field, value));
  };
  const isFirst = JSON.stringify(filter) === JSON.stringify(first);
  return (
    <>
      <UnitFilter value={filter.unitId} onChange={set('unitId')} />
      <Choice
        size="xs"
        w={148}
        aria-label={t('referrals:column.due')}
        empty={t('triage:filter.any')}
        options={dueWindow.options.map((each) => ({ value: each, label: t(`triage:filter.${each}`) }))}
        value={filter.due ?? ''}
        onChange={(value) => {
          // A breach may stand in an investigation by now: it is no open referral then, and late all the same.
          const wide = value === 'breach' ? withField(referralFilter, filter, 'openOnly', false) : filter;
          onChange(withField(referralFilter, wide, 'due', value));
        }}
      />
      <Choice
        size="xs"
        w={148}
        aria-label={t('codes:field.state')}
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
        w={148}
        aria-label={t('codes:field.source')}
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
        w={136}
        aria-label={t('codes:field.riskBand')}
        empty={t('referrals:filter.anyBand')}
        options={riskBand.options.map((band) => ({ value: band, label: t(`codes:riskBand.${band}`) }))}
        value={filter.riskBand ?? ''}
        onChange={set('riskBand')}
      />
      <Choice
        size="xs"
        w={148}
        aria-label={t('codes:field.owner')}
        empty={t('referrals:filter.anyone')}
        options={[
          { value: 'nobody', label: t('referrals:filter.nobody') },
          { value: user.id, label: t('referrals:filter.me') },
          ...names.people
            .filter((person) => namesOthers && person.id !== user.id)
            .map((person) => ({ value: person.id, label: person.displayName })),
        ]}
        value={filter.assignedTo ?? ''}
        onChange={set('assignedTo')}
      />
      <NumberFilter value={filter.numberStartsWith ?? ''} onChange={set('numberStartsWith')} />
      <Checkbox
        label={t('referrals:filter.openOnly')}
        checked={filter.openOnly === true}
        onChange={(event) => {
          onChange(withField(referralFilter, filter, 'openOnly', event.currentTarget.checked));
        }}
      />
      {filter.importId !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<IconX size={14} stroke={1.75} aria-hidden />}
          onClick={() => {
            onChange(withField(referralFilter, filter, 'importId', ''));
          }}
        >
          {t('referrals:filter.oneImport')}
        </Button>
      )}
      {!isFirst && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            onChange(first);
          }}
        >
          {t('lists:resetFilters')}
        </Button>
      )}
    </>
  );
}
