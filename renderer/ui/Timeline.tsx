import type { ReactNode } from 'react';
import shared from './Shared.module.css';
import classes from './Timeline.module.css';

interface TimelineEntry {
  readonly key: string;
  readonly on: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
}

/** What happened to a file, the latest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes.timeline} reversed>
      {entries.map((entry) => (
        <li key={entry.key} className={classes.entry}>
          <span className={`${shared.dimmed ?? ''} tabular`}>{entry.on}</span>
          <div className={classes.what}>
            <div>{entry.title}</div>
            {entry.detail !== undefined && <div className={classes.detail}>{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
