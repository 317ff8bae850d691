import { IconAlertOctagon, IconRefreshAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/SidePanel.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import classes from './Referrals.module.css';

type Detail = Output<'referrals.get'>;
type Triage = Detail['triage'];

/** Before all else: the danger that lasts, and what the referral still owes. */
export function MissingFacts({ detail: { referral, triage } }: { readonly detail: Detail }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {referral.dangerSince !== null && (
        <Notice tone="overdue" icon={IconAlertOctagon} title={t('triage:danger.running')}>
          {t('triage:panel.dangerSince', { at: format.instant(referral.dangerSince) })}
          {!triage.isReported && ` ${t('triage:panel.reportNow')}`}
        </Notice>
      )}
      {referral.rescore !== null && (
        <Notice tone="dueSoon" icon={IconRefreshAlert} title={t('triage:filter.rescore')}>
          {t('triage:panel.rescore', {
            at: format.instant(referral.rescore.since),
            reason: t(`codes:rescoreReason.${referral.rescore.reason}`),
          })}
        </Notice>
      )}
      {triage.missing.map((item) => (
        <p key={item} className={classes.owed}>
          {t(`triage:panel.missing.${item}`)}
        </p>
      ))}
    </>
  );
}

/** How it was scored, decided and first acted on. */
export function TriageSection({ detail: { triage } }: { readonly detail: Detail }) {
  const t = useText();
  const format = useFormat();
  return (
    <PanelSection title={t('triage:panel.title')}>
      <p className={classes.owed}>
        {triage.firstActionAt === null
          ? t('triage:panel.noAction')
          : t('triage:panel.firstAction', { at: format.instant(triage.firstActionAt) })}
      </p>
      <Timeline entries={useEntries(triage)} />
    </PanelSection>
  );
}

function useEntries(triage: Triage) {
  const t = useText();
  const format = useFormat();
  const entry = (at: number, title: string, detail: ReactNode) => ({ at, title, detail });
  return [
    ...triage.scores.map((score) =>
      entry(
        score.scoredAt,
        t(score.isUndone ? 'triage:panel.scoreUndone' : 'triage:panel.scored', {
          band: t(`codes:riskBand.${score.band}`),
          by: score.by,
        }),
        <>
          {t(`triage:period.${score.period.measure}`, { count: score.period.amount })},{' '}
          {t('triage:panel.dueBy', { at: format.instant(score.dueAt) })}
          {score.note !== null && <HiddenText label={t('codes:field.note')} text={score.note} />}
        </>,
      ),
    ),
    ...triage.decisions.map((decision) =>
      entry(
        decision.decidedAt,
        decision.ended === null
          ? t(`triage:panel.decided.${decision.imminent ? 'imminent' : 'notImminent'}`, { by: decision.by })
          : t('triage:panel.ended', { how: t(`codes:dangerEnd.${decision.ended}`), by: decision.by }),
        <>
          {t(`triage:panel.identifiable.${decision.identifiable}`)}
          <HiddenText label={t('codes:field.reason')} text={decision.reason} />
        </>,
      ),
    ),
    ...triage.notices.map((notice) =>
      entry(
        notice.notifiedAt ?? notice.enteredAt,
        notice.required
          ? t('triage:panel.notified', { agency: notice.agency ?? '', by: notice.by })
          : t('triage:panel.notRequired', { by: notice.by }),
        notice.required ? notice.person : <HiddenText label={t('codes:field.reason')} text={notice.reason ?? ''} />,
      ),
    ),
    ...triage.checks.map((check) =>
      entry(
        check.checkedAt,
        t('triage:panel.checked', { kind: t(`codes:checkKind.${check.kind}`), by: check.by }),
        null,
      ),
    ),
  ]
    .sort((a, b) => b.at - a.at)
    .map(({ at, title, detail }, index) => ({
      key: `${String(at)} ${String(index)}`,
      on: format.instant(at),
      title,
      ...(detail !== null && { detail }),
    }));
}
