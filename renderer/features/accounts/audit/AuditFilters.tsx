import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { actKind, auditFilter, type AuditFilter } from '#contract/accounts/audit';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { withField } from '../../../lib/filterField.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onFilter: (next: AuditFilter) => void;
}

/** By person, kind of act, outcome, file and days. */
export function AuditFilters({ filter, onFilter }: AuditFiltersProps) {
  const t = useText();
  const people = useRead('users.directory', {}).data?.users ?? [];
  const { bareNumber } = useNames();
  const [typed, setTyped] = useState({ record: '', from: '', to: '' });
  const set = (field: keyof AuditFilter) => (value: string) => {
    onFilter(withField(auditFilter, filter, field, value));
  };
  const type = (field: keyof typeof typed) => (value: string) => {
    setTyped({ ...typed, [field]: value });
    set(field)(field === 'record' ? bareNumber(value) : value);
  };
  return (
    <>
      <Choice
        size="xs"
        w={168}
        label={t('admin:audit.actor')}
        empty={t('admin:audit.anyone')}
        options={people
          .toSorted((a, b) => a.displayName.localeCompare(b.displayName))
          .map((person) => ({ value: person.id, label: person.displayName }))}
        value={filter.actorId ?? ''}
        onChange={set('actorId')}
      />
      <Choice
        size="xs"
        w={168}
        label={t('admin:audit.kindLabel')}
        empty={t('admin:audit.anyKind')}
        options={actKind.options.map((kind) => ({ value: kind, label: t(`admin:audit.kind.${kind}`) }))}
        value={filter.kind ?? ''}
        onChange={set('kind')}
      />
      <Choice
        size="xs"
        w={112}
        label={t('common:outcome')}
        empty={t('admin:audit.anyOutcome')}
        options={[
          { value: 'done', label: t('admin:audit.done') },
          { value: 'refused', label: t('admin:audit.refused') },
        ]}
        value={filter.outcome ?? ''}
        onChange={set('outcome')}
      />
      <TextInput
        size="xs"
        w={152}
        label={t('admin:audit.file')}
        value={typed.record}
        maxLength={60}
        onChange={(event) => {
          type('record')(event.currentTarget.value);
        }}
      />
      <DateField size="xs" w={136} label={t('codes:field.from')} value={typed.from} onChange={type('from')} />
      <DateField size="xs" w={136} label={t('codes:field.until')} value={typed.to} onChange={type('to')} />
    </>
  );
}
