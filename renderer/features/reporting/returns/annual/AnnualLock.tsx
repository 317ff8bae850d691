import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconCircleCheck, IconLock } from '@tabler/icons-react';
import { isInProgress } from '#contract/reporting/annual';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import type { PreparedAnnual } from './prepared.ts';

/** Locks the year as it is shown, once it has ended and every quarter has its return or a reason. */
export function AnnualLock({ prepared }: { readonly prepared: PreparedAnnual }) {
  const t = useText();
  const format = useFormat();
  const [isAsking, asking] = useDisclosure();
  const lock = useWrite('annual.lock');
  const { content, contentHash, locked, isCurrent, unexplained } = prepared;
  const { agreement, fiscalYear, quarters } = content;
  const label =
    locked === null ? t('returns:annual.lock') : t('returns:annual.lockVersion', { sequence: locked.sequence + 1 });
  const names = unexplained.map((quarter) => format.quarter({ fiscalYear, quarter })).join(', ');
  const isEmpty = quarters.every((each) => each.locked === null);
  const isBlocked = isEmpty || isInProgress(content) || unexplained.length > 0;
  const why = () => {
    if (isEmpty) return t('returns:annual.noReturn');
    if (unexplained.length > 0) return t('returns:annual.unexplained', { quarters: names });
    return t('returns:annual.inProgressText');
  };
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('returns:step.lock')}</h2>
      {isBlocked ? (
        <Notice tone="overdue" icon={IconBan} title={t('returns:annual.blocked')}>
          {why()}
        </Notice>
      ) : (
        isCurrent && <Notice tone="positive" icon={IconCircleCheck} title={t('returns:annual.current')} />
      )}
      <div>
        <Button
          leftSection={<IconLock size={16} stroke={1.75} />}
          disabled={isBlocked || isCurrent}
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
            lock.mutate(
              { agreementId: agreement.id, fiscalYear, contentHash },
              {
                onSuccess: asking.close,
              },
            );
          }}
          onClose={asking.close}
        >
          {t('returns:annual.lockText')}
        </ConfirmDialog>
      )}
    </section>
  );
}
