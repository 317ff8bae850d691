import classes from './MenuBadge.module.css';

interface MenuBadgeProps {
  readonly count: number | string;
  readonly tone: 'overdue' | 'dueSoon' | 'neutral';
  readonly title?: string;
  /** What a screen reader says after the count. */
  readonly meaning: string;
}

/** A count beside a menu entry. */
export function MenuBadge({ count, tone, title, meaning }: MenuBadgeProps) {
  return (
    <span className={`${classes.badge ?? ''} tabular`} data-tone={tone} title={title}>
      {count}
      <span className="visually-hidden">{meaning}</span>
    </span>
  );
}
