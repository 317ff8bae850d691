import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './LedgerFigure.module.css';

interface LedgerFigureProps {
  readonly label: string;
  /** Null where a month that it needs is not reported: shown as such, never as zero. */
  readonly value: number | null;
  /** The list that the figure counts; absent where there is none. */
  readonly href?: string | undefined;
  /** Shown with its sign, as a movement is. */
  readonly isChange?: boolean;
  readonly isStrong?: boolean;
}

/** A number with its name; the number opens what it counts. */
export function LedgerFigure({ label, value, href, isChange = false, isStrong = false }: LedgerFigureProps) {
  const t = useText();
  const format = useFormat();
  const shown =
    value === null ? t('codes:valueStatus.not_available') : isChange ? format.change(value) : format.number(value);
  return (
    <div className={classes.figure} data-strong={isStrong || undefined}>
      <span className={classes.label}>{label}</span>
      {href === undefined || value === null ? (
        <span className={classes.value} data-missing={value === null || undefined}>
          {shown}
        </span>
      ) : (
        <Link href={href} className={classes.value} aria-label={`${label}: ${shown}`}>
          {shown}
        </Link>
      )}
    </div>
  );
}
