import type { InvestigationId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DueBadge } from '../../../ui/DueBadge.tsx';
import classes from './Investigations.module.css';

/** The file's next date to keep, in its header. */
export function NextDeadline({ investigationId }: { readonly investigationId: InvestigationId }) {
  const t = useText();
  const format = useFormat();
  const read = useRead('authorities.list', { investigationId });
  const running = (read.data?.authorities ?? []).flatMap(({ clocks }) =>
    clocks.flatMap((clock) => {
      const { listed, dueOn, urgency, daysLeft } = clock;
      return listed && dueOn !== null && urgency !== null && daysLeft !== null
        ? [{ name: format.bilingual(clock.name), dueOn, urgency, daysLeft }]
        : [];
    }),
  );
  const [next] = running.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (read.data === undefined) return null;
  if (next === undefined) return <>{t('due:noneInFile')}</>;
  return (
    <>
      {t('due:nextInFile', { name: next.name })} <span className={classes.day}>{next.dueOn}</span>{' '}
      <DueBadge urgency={next.urgency} daysLeft={next.daysLeft} />
    </>
  );
}
