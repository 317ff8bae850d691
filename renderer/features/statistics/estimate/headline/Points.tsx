import { useText } from '../../../../i18n/text.ts';
import classes from '../Estimate.module.css';

interface PointsProps {
  readonly change: string;
  readonly basis: string;
}

/** What changed, what the estimate rests on, and what it does not say. */
export function Points({ change, basis }: PointsProps) {
  const t = useText();
  const points = { change, basis, limits: t('counterfactual:points.limitsText') };
  return (
    <dl className={classes.points}>
      {(['change', 'basis', 'limits'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`counterfactual:points.${name}`)}</dt>
          <dd>{points[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
