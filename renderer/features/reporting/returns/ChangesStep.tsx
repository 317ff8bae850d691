import { IconCircleCheck, IconFileDiff } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useLanguageOf } from './document/language.ts';
import { ChangeTable } from './restatement/ChangeTable.tsx';
import { ReasonForAll } from './restatement/ReasonForAll.tsx';
import { lacksReason } from './restatement/reasons.ts';
import classes from './Returns.module.css';
import type { StepProps } from './usePreparedReturn.ts';

/** What the new version changes of the one locked before it, cell by cell, with the reason of each. */
export function ChangesStep({ prepared }: StepProps) {
  const t = useText();
  const language = useLanguageOf(useFormat().locale);
  const { content, locked } = prepared;
  const { restatement } = content;
  if (restatement === null)
    return <EmptyState title={t('returns:restated.none')} text={t('returns:restated.noneText')} />;
  const { changes, sequence, of } = restatement;
  const missing = changes.filter((each) => lacksReason(each, content.agreement.languages));
  return (
    <section className={classes.wide}>
      <Notice
        tone={locked === null && missing.length > 0 ? 'dueSoon' : 'neutral'}
        icon={missing.length === 0 ? IconCircleCheck : IconFileDiff}
        title={
          changes.length === 0
            ? t('returns:restated.noFigure', { sequence: of.sequence })
            : t('returns:restated.summary', { count: changes.length, sequence: of.sequence })
        }
      >
        {changes.length > 0 &&
          (missing.length > 0
            ? t('returns:restated.missing', { count: missing.length })
            : t('returns:restated.allGiven', { sequence }))}
      </Notice>
      {locked === null && missing.length > 1 && <ReasonForAll content={content} missing={missing} />}
      {changes.length > 0 && <ChangeTable content={content} isOpen={locked === null} language={language} />}
    </section>
  );
}
