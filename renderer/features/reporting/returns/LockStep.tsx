import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconBan, IconCircleCheck, IconLock } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useJob } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { blockingCount } from './checkGroups.ts';
import { LockFacts } from './LockFacts.tsx';
import { Versions } from './restatement/Versions.tsx';
import { returnPath } from './returnPaths.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';
import type { StepProps } from './usePreparedReturn.ts';

export function LockStep({ prepared, edition }: StepProps) {
  const t = useText();
  const { content, locked } = prepared;
  const blocking = blockingCount(content);
  if (locked !== null)
    return (
      <section className={classes.section}>
        <Notice tone="positive" icon={IconLock} title={t('returns:lock.isLocked')}>
          {t('returns:lock.isLockedText')}
        </Notice>
        <LockFacts locked={locked} />
        <Link
          href={returnPath(content.agreement.id, content.quarter, 'export', edition)}
          className={classes.link ?? ''}
        >
          {t('returns:lock.toExport')}
        </Link>
        <Versions prepared={prepared} />
      </section>
    );
  return (
    <section className={classes.section}>
      {blocking > 0 ? (
        <Notice
          tone="overdue"
          icon={IconBan}
          title={t('returns:lock.refused', { count: blocking })}
          end={
            <Link
              href={returnPath(content.agreement.id, content.quarter, 'checks', edition)}
              className={classes.link ?? ''}
            >
              {t('returns:data.toChecks')}
            </Link>
          }
        >
          {t('returns:lock.refusedText')}
        </Notice>
      ) : (
        <Notice tone="positive" icon={IconCircleCheck} title={t('returns:lock.ready')} />
      )}
      <h2 className={shared.heading}>{t('returns:lock.meaning')}</h2>
      <LockMeaning />
      <LockButton prepared={prepared} edition={edition} isBlocked={blocking > 0} />
    </section>
  );
}

function LockMeaning() {
  const t = useText();
  return (
    <ul className={classes.meaning}>
      <li>{t('returns:lock.freezes')}</li>
      <li>{t('returns:lock.staysPut')}</li>
      <li>{t('returns:lock.recorded')}</li>
      <li>{t('returns:lock.permanent')}</li>
    </ul>
  );
}

function LockButton({ prepared, isBlocked }: StepProps & { readonly isBlocked: boolean }) {
  const t = useText();
  const format = useFormat();
  const [, navigate] = useLocation();
  const [isAsking, asking] = useDisclosure();
  const job = useJob();
  const lock = useWrite('returns.lock');
  const { agreement, quarter } = prepared.content;
  const { restatement } = prepared.content;
  const label =
    restatement === null
      ? t('returns:lock.button', { quarter: quarter.quarter })
      : t('returns:lock.buttonVersion', { quarter: quarter.quarter, sequence: restatement.sequence });
  const run = async () => {
    await lock.mutateAsync({
      agreementId: agreement.id,
      quarter,
      contentHash: prepared.contentHash,
      restate: restatement !== null,
      jobId: job.start(),
    });
    // Not a callback of the call: by now this button may have given way to what is locked.
    notifications.show({
      message: t('returns:lock.done', { code: agreement.code, quarter: format.quarter(quarter) }),
    });
    navigate(returnPath(agreement.id, quarter, 'export'));
  };
  return (
    <>
      <div>
        <Button
          leftSection={<IconLock size={16} stroke={1.75} />}
          disabled={isBlocked}
          onClick={() => {
            lock.reset();
            asking.open();
          }}
        >
          {label}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={label}
          confirm={label}
          isBusy={lock.isPending}
          failure={lock.error?.failure}
          onConfirm={() => {
            // A refusal is shown in the dialog.
            run().catch(() => undefined);
          }}
          onClose={asking.close}
        >
          <p className={classes.first}>
            {t('returns:lock.ask', { code: agreement.code, quarter: format.quarter(quarter) })}
          </p>
          <LockMeaning />
        </ConfirmDialog>
      )}
    </>
  );
}
