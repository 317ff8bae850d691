import type { ReactNode } from 'react';
import shared from './Shared.module.css';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What this place is for, and the first step. */
  readonly text: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className={shared.title}>{title}</p>
      <p className={classes.text}>{text}</p>
      {action}
    </div>
  );
}
