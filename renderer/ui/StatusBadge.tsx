import type { Icon } from '@tabler/icons-react';
import type { Tone } from './Notice.tsx';
import classes from './StatusBadge.module.css';

interface StatusBadgeProps {
  readonly tone: Tone;
  readonly icon: Icon;
  readonly label: string;
}

/** A state as an icon and a word: the colour only repeats them. */
export function StatusBadge({ tone, icon: StatusIcon, label }: StatusBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <StatusIcon size={14} stroke={1.75} aria-hidden />
      <span className={classes.label} title={label}>
        {label}
      </span>
    </span>
  );
}
