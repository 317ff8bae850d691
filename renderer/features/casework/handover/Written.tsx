import type { HandoverDetail } from '#contract/casework/handover';
import { useText } from '../../../i18n/text.ts';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Handover.module.css';

/** What was written down for whoever follows. */
export function Written({ described }: { readonly described: HandoverDetail['described'] }) {
  const t = useText();
  const { leavesOn, documentOn, trainingNotes } = described;
  return (
    <section aria-label={t('fileWork:handover.written')} className={classes.written}>
      <h2 className={shared.headingAbove}>{t('fileWork:handover.written')}</h2>
      <Facts>
        <Fact label={t('fileWork:handover.leavesOn')}>{leavesOn ?? t('common:none')}</Fact>
        <Fact label={t('fileWork:handover.documentOn')}>{documentOn ?? t('fileWork:handover.notYet')}</Fact>
        <Fact label={t('fileWork:handover.training')}>
          {trainingNotes === null ? t('common:none') : <HiddenText text={trainingNotes} />}
        </Fact>
      </Facts>
    </section>
  );
}
