import { IconAlertTriangle } from '@tabler/icons-react';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../../ui/FieldRow.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import classes from '../Estimate.module.css';
import { useProvenance } from '../figures/Provenance.ts';
import { basisText } from '../estimateText.ts';
import { fewestEffective, fitWarning } from './fitWarning.ts';
import own from './Reliability.module.css';

/** What was fitted, and how well the sampler did. */
export function FitFacts() {
  const t = useText();
  const format = useFormat();
  const { result } = useProvenance();
  const { fit } = result;
  if (fit === null) return null;
  const ramp = fit.ramp.reduce((best, ramp) => (ramp.probability > best.probability ? ramp : best));
  const warning = fitWarning(fit);
  return (
    <section aria-labelledby="fit-title">
      <h3 id="fit-title" className={classes.heading}>
        {t('counterfactual:fit.title')}
      </h3>
      <p className={classes.lead}>{basisText(result, t, format)}</p>
      <Facts>
        <Fact label={t('counterfactual:fit.observations')}>{format.number(fit.observations)}</Fact>
        <Fact label={t('counterfactual:fit.ramp')}>
          {t('counterfactual:fit.rampValue', { count: ramp.months, share: format.percent(ramp.probability) })}
        </Fact>
        <Fact label={t('counterfactual:fit.draws')}>
          {t('counterfactual:fit.drawsValue', {
            draws: format.number(result.draws),
            chains: format.number(fit.chains),
            sweeps: format.number(fit.sweeps),
          })}
        </Fact>
        <Fact label={t('counterfactual:fit.effective')}>
          {fit.effectiveSampleSize === null
            ? t('counterfactual:fit.notMeasured')
            : format.number(Math.round(fit.effectiveSampleSize))}
        </Fact>
        <Fact label={t('counterfactual:fit.rHat')}>
          {fit.rHat === null ? t('counterfactual:fit.notMeasured') : format.number(fit.rHat, 3)}
        </Fact>
        <Fact label={t('counterfactual:fit.seed')}>{String(result.seed)}</Fact>
      </Facts>
      {warning !== null && (
        <div className={own.warning}>
          <Notice
            tone="dueSoon"
            icon={IconAlertTriangle}
            title={t(`counterfactual:fit.${warning}`, { least: fewestEffective })}
          />
        </div>
      )}
    </section>
  );
}
