import type { CivilDate } from '#contract/ground/dates';
import type { TimelineEntry, TimelineKind } from '#contract/casework/timeline';

type Optional = Partial<Omit<TimelineEntry, 'id' | 'kind' | 'on'>>;

/** One dated fact; what a kind does not say stays empty. */
export function timelineEntry(id: string, kind: TimelineKind, on: string, rest: Optional = {}): TimelineEntry {
  return {
    id: `${kind} ${id}`,
    kind,
    on: on as CivilDate,
    name: null,
    code: null,
    detail: null,
    count: null,
    urgency: null,
    daysLeft: null,
    dueAt: null,
    ...rest,
  };
}

/** The entry of a date that a row may not have. */
export function entryIfDated(
  id: string,
  kind: TimelineKind,
  on: string | null,
  rest: Optional = {},
): readonly TimelineEntry[] {
  return on === null ? [] : [timelineEntry(id, kind, on, rest)];
}
