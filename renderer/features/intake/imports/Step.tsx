import type { ReactNode } from 'react';
import classes from './Imports.module.css';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

export function Step({ number, title, children }: StepProps) {
  return (
    <section aria-label={title}>
      <h2 className={classes.heading}>
        <span className={classes.ordinal} aria-hidden>
          {number}
        </span>
        {title}
      </h2>
      <div className={classes.content}>{children}</div>
    </section>
  );
}
