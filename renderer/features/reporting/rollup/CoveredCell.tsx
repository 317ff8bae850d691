import type { AcrossIndicator, CoveredFigure } from '#contract/reporting/across';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useAmount } from '../returns/annual/useAmount.ts';
import { UnsignedMark } from './UnsignedMark.tsx';
import classes from './Rollup.module.css';

interface CoveredCellProps {
  /** Of the indicator: money has cents, and a part of a person is not rounded away. */
  readonly of: Pick<AcrossIndicator, 'code' | 'unitOfMeasure'>;
  readonly figure: CoveredFigure;
}

/** A figure, and under it of how many units or agreements it is. */
export function CoveredCell({ of, figure: { value, covered, asked, stead, unsigned } }: CoveredCellProps) {
  const t = useText();
  const format = useFormat();
  const amount = useAmount();
  return (
    <>
      {value === null ? t(stead ? `codes:heading.${stead}` : 'codes:valueStatus.not_available') : amount(of, value)}
      <span className={classes.minor}>
        {t('returns:document.covers', { covered: format.number(covered), asked: format.number(asked) })}
      </span>
      <UnsignedMark isUnsigned={unsigned} />
    </>
  );
}
