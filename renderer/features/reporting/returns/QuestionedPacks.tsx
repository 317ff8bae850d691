import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Returns.module.css';
import type { StepProps } from './usePreparedReturn.ts';

/** Figures of the return rest on packs that people no longer trust. */
export function QuestionedPacks({ prepared: { questioned } }: Pick<StepProps, 'prepared'>) {
  const t = useText();
  if (questioned.length === 0) return null;
  return (
    <Notice tone="overdue" icon={IconAlertTriangle} title={t('returns:questioned.title')}>
      <ul className={classes.questioned}>
        {questioned.map(({ packId, workspaceName, why, reason }) => (
          <li key={packId}>
            <Link href={`/packs/${packId}`}>{workspaceName}</Link>: {t(`returns:questioned.${why}`, { reason })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
