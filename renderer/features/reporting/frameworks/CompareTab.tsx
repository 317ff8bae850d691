import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { FrameworkSummary } from '#contract/reporting/frameworks';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Comparison } from './Comparison.tsx';

/** Two versions set against each other; by default the latest against the one before it. */
export function CompareTab({ versions }: { readonly versions: readonly FrameworkSummary[] }) {
  const t = useText();
  const format = useFormat();
  const [latest, previous] = versions;
  const [before, setBefore] = useState(previous?.version ?? '');
  const [after, setAfter] = useState(latest?.version ?? '');
  const { data, error } = useRead('frameworks.compare', { before, after }, { enabled: before !== '' && after !== '' });
  if (versions.length < 2)
    return <EmptyState title={t('frameworks:compare.emptyTitle')} text={t('frameworks:compare.emptyText')} />;
  const choices = versions.map(({ version, name }) => ({
    value: version,
    label: `${version} · ${format.bilingual(name)}`,
  }));
  return (
    <>
      <Group gap="md" align="end" mb="md">
        <Select
          label={t('codes:heading.lockedBefore')}
          data={choices}
          value={before}
          allowDeselect={false}
          onChange={(value) => {
            setBefore(value ?? before);
          }}
        />
        <Select
          label={t('codes:heading.now')}
          data={choices}
          value={after}
          allowDeselect={false}
          onChange={(value) => {
            setAfter(value ?? after);
          }}
        />
      </Group>
      {error !== null && <FailureAlert failure={error.failure} />}
      {data !== undefined && <Comparison comparison={data} />}
    </>
  );
}
