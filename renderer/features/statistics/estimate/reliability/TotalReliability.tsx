import type { TotalEvidence } from '#contract/statistics/estimate';
import { useText, type Translate } from '../../../../i18n/text.ts';
import { totalEvidenceSentence } from '../../../../lib/totalEvidence.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import page from '../Estimate.module.css';
import type { Format } from '../estimateText.ts';
import type { EstimatedUnit } from '../estimatedUnit.ts';
import { rangeWords } from './gradeMeaning.ts';
import classes from './Reliability.module.css';

interface TotalReliabilityProps {
  readonly evidence: TotalEvidence | null;
  readonly units: readonly EstimatedUnit[];
}

/** The grade of a total, how it follows from those of the units, and these. */
export function TotalReliability({ evidence, units }: TotalReliabilityProps) {
  const t = useText();
  const format = useFormat();
  const grade = evidence?.grade ?? null;
  return (
    <section aria-labelledby="reliability-title">
      <h3 id="reliability-title" className={page.heading}>
        {grade !== null
          ? t('counterfactual:totalEvidence.grade', { grade })
          : t(`counterfactual:totalEvidence.${evidence?.reason === 'being_checked' ? 'checking' : 'none'}`)}
      </h3>
      {evidence !== null && (
        <p className={classes.meaning}>
          {[totalEvidenceSentence(evidence, t, format.percent), ...rangeWords(evidence, t)].join(' ')}
        </p>
      )}
      {units.some(({ estimate }) => estimate.grade !== null) && (
        <p className={classes.meaning}>{gradesText(units, t, format)}</p>
      )}
    </section>
  );
}

/** "Reliability of the units: 7 A, 7 B, 2 C, 10 D" */
function gradesText(units: readonly EstimatedUnit[], t: Translate, format: Format): string {
  const list = (['A', 'B', 'C', 'D'] as const).flatMap((grade) => {
    const count = units.filter(({ estimate }) => estimate.grade === grade).length;
    return count === 0 ? [] : [`${format.number(count)}\u00a0${grade}`];
  });
  return t('counterfactual:total.grades', { list: list.join(', ') });
}
