import { useText } from '../../../../i18n/text.ts';
import classes from '../Estimate.module.css';

interface PointsProps {
  readonly change: string;
  readonly basis: string;
  /** What else would explain a total; null for one unit, and where it is not known. */
  readonly bound: string | null;
}

/** What changed, what the estimate rests on, what would undo it, and what it does not say. */
export function Points({ change, basis, bound }: PointsProps) {
  const t = useText();
  const points = { change, basis, bound, limits: t('counterfactual:points.limitsText') };
  return (
    <dl className={classes.points}>
      {(['change', 'basis', 'bound', 'limits'] as const).map((name) =>
        points[name] === null ? null : (
          <div key={name}>
            <dt>{t(`counterfactual:points.${name}`)}</dt>
            <dd>{points[name]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
