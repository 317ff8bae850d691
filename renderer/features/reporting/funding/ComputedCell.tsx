import { IconFlag } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './Funding.module.css';
import type { Computed, Money } from './views.ts';

interface ComputedCellProps {
  readonly what: Computed;
  readonly money: Money;
}

/** What the store would compute of a line, or of all of them: never typed. */
export function ComputedCell({ what, money }: ComputedCellProps) {
  const t = useText();
  const format = useFormat();
  const value = money[what];
  const isVariance = what === 'variance' || what === 'variancePercent';
  const text =
    value === null
      ? '–'
      : what === 'variancePercent'
        ? format.percent(value, true)
        : format.money(value, what === 'variance');
  return (
    <span className={classes.computed} data-large={(isVariance && money.isLarge) || undefined}>
      {what === 'variance' && money.isLarge && (
        <>
          <IconFlag size={14} stroke={1.75} aria-hidden />
          <span className="visually-hidden">{t('codes:heading.overThreshold')}</span>
        </>
      )}
      {text}
    </span>
  );
}
