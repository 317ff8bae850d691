import type { CivilDate } from '#contract/ground/dates';
import type { TimelineEntry } from '#contract/casework/timeline';

const byDay = (a: TimelineEntry, b: TimelineEntry): number =>
  a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1;

/** What has an urgency is still to be kept and lies ahead, overdue or not, the nearest first; the rest happened, the latest first. */
export function divideTimeline(entries: readonly TimelineEntry[], today: CivilDate) {
  const isAhead = ({ urgency, on }: TimelineEntry): boolean => urgency !== null || on > today;
  return {
    today,
    ahead: entries.filter(isAhead).sort(byDay),
    behind: entries
      .filter((each) => !isAhead(each))
      .sort(byDay)
      .reverse(),
  };
}
