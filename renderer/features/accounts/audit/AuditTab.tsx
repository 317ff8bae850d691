import { Group } from '@mantine/core';
import { useState } from 'react';
import type { AuditFilter } from '#contract/accounts/audit';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { AuditEntries } from './AuditEntries.tsx';
import { AuditExport } from './AuditExport.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditPages, useAuditPlace } from './AuditPages.tsx';
import { AuditVerification } from './AuditVerification.tsx';

/** Who saw, changed, searched and exported what. */
export function AuditTab() {
  const t = useText();
  const [filter, setFilter] = useState<AuditFilter>({});
  const place = useAuditPlace(100);
  const list = useRead('audit.list', { filter, ...place.page }, { keepPrevious: true });
  const rows = list.data?.rows ?? [];
  return (
    <>
      <AuditVerification end={<AuditExport filter={filter} />} />
      <Group gap={8} align="flex-end" role="search" aria-label={t('admin:tab.audit')}>
        <AuditFilters
          filter={filter}
          onFilter={(next) => {
            setFilter(next);
            place.move([]);
          }}
        />
      </Group>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState title={t('admin:audit.noneTitle')} text={t('admin:audit.noneText')} />
      ) : (
        <AuditEntries caption={t('admin:tab.audit')} rows={rows} />
      )}
      <AuditPages place={place} rows={rows} />
    </>
  );
}
