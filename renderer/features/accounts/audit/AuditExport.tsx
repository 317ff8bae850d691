import { Button } from '@mantine/core';
import type { AuditFilter } from '#contract/accounts/audit';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Audit.module.css';

/** The entries that the filters leave, to a file; that they left is an entry too. */
export function AuditExport({ filter }: { readonly filter: AuditFilter }) {
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
