import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Admin.module.css';

/** Computes the chain again, and says what that proves and what it cannot. */
export function AuditVerification() {
  const t = useText();
  const format = useFormat();
  const verify = useWrite('audit.verify');
  const result = verify.data;
  return (
    <>
      <div className={classes.toolbar}>
        <p className={classes.note}>{t('admin:audit.note')}</p>
        <Button
          variant="default"
          loading={verify.isPending}
          onClick={() => {
            verify.mutate({});
          }}
        >
          {t('admin:audit.verify')}
        </Button>
      </div>
      {verify.error !== null && <FailureAlert failure={verify.error.failure} />}
      {result?.intact === true && (
        <Notice tone="positive" icon={IconShieldCheck} title={t('admin:audit.intact', { count: result.entries })}>
          {t('admin:audit.head')} <span className={classes.code}>{result.head}</span>
        </Notice>
      )}
      {result?.intact === false && (
        <Notice tone="overdue" icon={IconAlertTriangle} title={t('admin:audit.broken')} live="assertive">
          {t('admin:audit.brokenText', { sequence: format.number(result.firstBroken ?? 0) })}
        </Notice>
      )}
    </>
  );
}
