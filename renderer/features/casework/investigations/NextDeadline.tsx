import type { InvestigationRow } from '#contract/casework/investigations';
import { nextDeadlineOf } from '#contract/casework/listCells';
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
      <OwnDate file={file} />
    </span>
  );
}

function OwnDate({ file: { ownDate, carried } }: { readonly file: InvestigationRow }) {
  const t = useText();
  const format = useFormat();
  if (ownDate === null) return carried.due === null ? <>{t('due:noneInFile')}</> : null;
  return (
    <span>
      {t('due:nextInFile', { name: format.bilingual(ownDate.name) })} <span className={classes.day}>{ownDate.on}</span>{' '}
      <DueBadge {...ownDate} />
    </span>
  );
}

/** In a list: how near the deadline of the file is that comes first, with its name for the pointer. */
export function NextDeadlineBadge({ file }: { readonly file: InvestigationRow }) {
  const format = useFormat();
  const next = nextDeadlineOf(file);
  if (next === null) return null;
  if (next.source === 'referral') return <TimeLeftBadge at={next.at} what={next.what} />;
  return (
    <span title={`${format.bilingual(next.name)}, ${next.on}`}>
      <DueBadge {...next} />
    </span>
  );
}
