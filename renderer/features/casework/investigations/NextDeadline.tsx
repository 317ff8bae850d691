import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DueBadge } from '../../../ui/DueBadge.tsx';
import { TimeLeftBadge } from '../../../ui/TimeLeftBadge.tsx';
import { RiskBandBadge } from '../../../ui/RiskBandBadge.tsx';
import classes from './Investigations.module.css';

/** In the header of a file: the danger, the band and the deadline of what it carries on, and its next date to keep. */
export function NextDeadline({ file }: { readonly file: InvestigationRow }) {
  const t = useText();
  const { fileNumber } = useNames();
  const { riskBand, dangerSince, due } = file.carried;
  return (
    <span className={classes.clocks}>
      {(riskBand !== null || dangerSince !== null) && (
        <RiskBandBadge band={riskBand} isInDanger={dangerSince !== null} />
      )}
      {due !== null && (
        <span>
          {t(`investigations:page.due.${due.what}`, {
            number: fileNumber({ unitId: file.unitId, number: due.number }),
          })}{' '}
          <TimeLeftBadge at={due.at} what={due.what} />
        </span>
      )}
      <NextDate file={file} />
    </span>
  );
}

function NextDate({ file: { id, carried } }: { readonly file: InvestigationRow }) {
  const t = useText();
  const format = useFormat();
  const read = useRead('authorities.list', { investigationId: id });
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
  if (next === undefined) return carried.due === null ? <>{t('due:noneInFile')}</> : null;
  return (
    <span>
      {t('due:nextInFile', { name: next.name })} <span className={classes.day}>{next.dueOn}</span>{' '}
      <DueBadge urgency={next.urgency} daysLeft={next.daysLeft} />
    </span>
  );
}
