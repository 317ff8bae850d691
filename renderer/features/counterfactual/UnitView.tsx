import { IconFlask } from '@tabler/icons-react';
import type { Estimate } from '#contract/counterfactual';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import classes from './Counterfactual.module.css';
import { Evidence, GradeBadge } from './Evidence.tsx';
import { FanFigure } from './FanFigure.tsx';
import { Money } from './Money.tsx';
import { Sensitivity } from './Sensitivity.tsx';
import type { Result } from './useCounterfactual.ts';
import { unitWords } from './words.ts';

interface UnitViewProps {
  readonly code: string;
  readonly estimate: Estimate;
  readonly result: Result;
}

export function UnitView({ code, estimate, result }: UnitViewProps) {
  const t = useText();
  const format = useFormat();
  const words = unitWords(estimate, code, t, format);
  return (
    <>
      <div className={classes.words}>
        <p className={classes.badges}>
          <StatusBadge tone="dueSoon" icon={IconFlask} label={t('counterfactual:provisional')} />
          <GradeBadge grade={estimate.grade} />
        </p>
        <h2 className={classes.sentence} data-testid="sentence">
          {words.main}
        </h2>
        <p className={classes.beside}>{words.beside}</p>
      </div>
      <FanFigure
        title={t('counterfactual:fan.title')}
        description={t('counterfactual:fan.text')}
        series={estimate}
        asOf={estimate.asOf}
        fundingStart={estimate.fundingStart}
        pointClaim={estimate.pointClaim}
        hasMiddle={!estimate.gradeReasons.includes('small_counts')}
      />
      <div className={classes.columns}>
        <Money estimate={estimate} />
        <Evidence estimate={estimate} />
        {estimate.sensitivity.length > 0 && <Sensitivity estimate={estimate} assumptions={result.assumptions} />}
      </div>
      <p className={classes.provenance}>
        {t('counterfactual:provenance', {
          draws: format.number(result.draws),
          seed: String(result.seed),
          hash: result.inputsHash.slice(0, 12),
        })}
      </p>
    </>
  );
}
