import type { CoveredFigure } from '#contract/reporting/across';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { UnsignedMark } from './UnsignedMark.tsx';
import classes from './Rollup.module.css';

/** A figure, and under it of how many units or agreements it is. */
export function CoveredCell({
  figure: { value, covered, asked, stead, unsigned },
}: {
  readonly figure: CoveredFigure;
}) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {value === null ? t(stead ? `codes:heading.${stead}` : 'codes:valueStatus.not_available') : format.number(value)}
      <span className={classes.minor}>
        {t('returns:document.covers', { covered: format.number(covered), asked: format.number(asked) })}
      </span>
      <UnsignedMark isUnsigned={unsigned} />
    </>
  );
}
