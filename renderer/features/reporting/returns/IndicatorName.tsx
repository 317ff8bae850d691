import type { AnnualIndicator } from '#contract/reporting/annual';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Returns.module.css';

/** An indicator at the head of its row: code and name, its unit of measure below. */
export function IndicatorName({ code, name, unitOfMeasure }: Pick<AnnualIndicator, 'code' | 'name' | 'unitOfMeasure'>) {
  const format = useFormat();
  return (
    <>
      {`${code} ${format.bilingual(name)}`}
      <span className={classes.span}>{format.bilingual(unitOfMeasure)}</span>
    </>
  );
}
