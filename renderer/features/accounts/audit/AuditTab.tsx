import { Group, Button } from '@mantine/core';
import { useState } from 'react';
import type { AuditFilter } from '#contract/accounts/audit';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { AuditEntries } from './AuditEntries.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditPages, useAuditPlace } from './AuditPages.tsx';
import { AuditVerification } from './AuditVerification.tsx';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import classes from './Audit.module.css';

/** The entries that the filters leave, to a file; that they left is an entry too. */
function AuditExport({ filter }: { readonly filter: AuditFilter }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const { save, isPending, written, failure } = useSaveAs('audit.export');
  return (
    <span className={classes.end}>
      <span role="status" className={classes.note}>
        {written !== undefined && t('admin:audit.exported', { count: written.rows })}
      </span>
      <Button
        size="xs"
        variant="default"
        loading={isPending}
        onClick={() => {
          save({ purpose: 'list_csv', suggestedName: `${t('admin:audit.fileName')}.csv` }, (file) => ({
            filter,
            file,
            locale,
          }));
        }}
      >
        {t('admin:audit.export')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </span>
  );
}

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
