import type { ClockUrgency } from '#contract/casework/clocks';
import { DueBadge } from './DueBadge.tsx';
import { TimeLeftBadge } from './TimeLeftBadge.tsx';

interface LeftBadgeProps {
  readonly urgency: ClockUrgency;
  readonly daysLeft: number;
  /** Of a deadline that is counted in hours; null where it is counted in days. */
  readonly dueAt: number | null;
}

/** How much time is left to a deadline that is named beside it: one clock, wherever it is shown. */
export function LeftBadge({ urgency, daysLeft, dueAt }: LeftBadgeProps) {
  return dueAt === null ? (
    <DueBadge urgency={urgency} daysLeft={daysLeft} />
  ) : (
    <TimeLeftBadge at={dueAt} what="action" />
  );
}
