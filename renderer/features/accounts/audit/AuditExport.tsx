import { Button } from '@mantine/core';
import type { AuditFilter } from '#contract/accounts/audit';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Audit.module.css';

/** The entries that the filters leave, to a file; that they left is an entry too. */
export function AuditExport({ filter }: { readonly filter: AuditFilter }) {
  const t = useText();
  const { locale } = usePreferences().preferences;
  const choose = useWrite('files.save');
  const write = useWrite('audit.export');
  const failure = choose.error?.failure ?? write.error?.failure;
  return (
    <span className={classes.end}>
      <span role="status" className={classes.note}>
        {write.data !== undefined && t('admin:audit.exported', { count: write.data.rows })}
      </span>
      <Button
        size="xs"
        variant="default"
        loading={choose.isPending || write.isPending}
        onClick={() => {
          write.reset();
          choose.mutate(
            { purpose: 'list_csv', suggestedName: `${t('admin:audit.fileName')}.csv` },
            {
              onSuccess: ({ file }) => {
                if (file !== null) write.mutate({ filter, file: file.grant, locale });
              },
            },
          );
        }}
      >
        {t('admin:audit.export')}
      </Button>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </span>
  );
}
