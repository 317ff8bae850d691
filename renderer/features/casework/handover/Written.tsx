import type { ReactNode } from 'react';
import type { HandoverDetail } from '#contract/casework/handover';
import { useText } from '../../../i18n/text.ts';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import classes from './Handover.module.css';

/** What was written for the successor. */
export function Written({ described }: { readonly described: HandoverDetail['described'] }) {
  const t = useText();
  const { leavesOn, documentOn, trainingNotes } = described;
  return (
    <dl aria-label={t('fileWork:handover.written')} className={classes.written}>
      <Note label={t('fileWork:handover.leavesOn')}>{leavesOn ?? t('common:none')}</Note>
      <Note label={t('fileWork:handover.documentOn')}>{documentOn ?? t('fileWork:handover.notYet')}</Note>
      <Note label={t('fileWork:handover.training')}>
        {trainingNotes === null ? t('common:none') : <HiddenText text={trainingNotes} />}
      </Note>
    </dl>
  );
}

function Note({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
