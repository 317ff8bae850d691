import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

export type Tone = 'neutral' | 'positive' | 'dueSoon' | 'overdue';

interface NoticeProps {
  readonly tone: Tone;
  readonly icon: Icon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly end?: ReactNode;
  /** Its text is beside its title. */
  readonly isOneLine?: boolean;
  /** Read out when it appears: at once, or when the reader pauses. */
  readonly live?: 'assertive' | 'polite';
}

/** A message in the flow of the page. */
export function Notice(props: NoticeProps) {
  const { tone, icon: NoticeIcon, title, children, end, isOneLine = false, live = 'polite' } = props;
  return (
    <div className={classes.notice} data-tone={tone} role={live === 'assertive' ? 'alert' : 'status'}>
      <NoticeIcon size={16} stroke={1.75} className={classes.icon} aria-hidden />
      <div className={classes.body} data-one-line={isOneLine || undefined}>
        <p className={classes.title}>{title}</p>
        {children !== undefined && <div className={classes.text}>{children}</div>}
      </div>
      {end}
    </div>
  );
}
