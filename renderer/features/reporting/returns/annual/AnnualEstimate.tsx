import type { AnnualContent, AnnualEstimate as Figures } from '#contract/reporting/annual';
import { rangeOnly } from '#contract/statistics/shown';
import { useText } from '../../../../i18n/text.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';

/** The estimate of the fourth quarter's return: the interval always, the single figure where it is published. */
export function AnnualEstimate({ content: { estimate } }: { readonly content: AnnualContent }) {
  const t = useText();
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('returns:annual.estimate.title')}</h2>
      {estimate === null ? (
        <p className={shared.note}>{t('codes:annualReport.noEstimate')}</p>
      ) : (
        <EstimateSentences estimate={estimate} />
      )}
    </section>
  );
}

/** An estimate in sentences: no single figure where none is published. */
export function EstimateSentences({ estimate }: { readonly estimate: Figures }) {
  const t = useText();
  const { actual, without, avoided, point, sceptic, grade, covered, asked } = estimate;
  const only = rangeOnly({ grade });
  const ends = ({ p10, p90 }: Figures['avoided']) => ({ from: Math.round(p10), to: Math.round(p90) });
  return (
    <>
      <p className={shared.note}>
        {t('returns:annual.estimate.text', { actual: Math.round(actual), ...ends(without) })}
      </p>
      <p className={shared.note}>
        {point === null
          ? t('returns:annual.estimate.interval', ends(avoided))
          : t('returns:annual.estimate.point', { point: Math.round(point), ...ends(avoided) })}
      </p>
      {only !== null && <p className={shared.note}>{`${t(`codes:rangeOnly.${only}`)}.`}</p>}
      {sceptic !== undefined && <p className={shared.note}>{t('returns:annual.estimate.sceptic', ends(sceptic))}</p>}
      <p className={shared.note}>
        {t('returns:annual.estimate.grade', { grade: grade ?? t('returns:annual.estimate.noGrade'), covered, asked })}
      </p>
    </>
  );
}
