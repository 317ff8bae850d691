import type { TimelineEntry } from '#contract/casework/timeline';
import type { ReadHandler } from '../../store/types.ts';
import { divideTimeline } from './rules.ts';
import { timelineSources } from './sources.ts';

export const timelineReads: { readonly 'timeline.list': ReadHandler<'timeline.list'> } = {
  'timeline.list': async (db, { investigationId }, { clock }) => {
    const present = { now: clock.now(), today: clock.today() };
    const entries: TimelineEntry[] = [];
    for (const source of timelineSources) entries.push(...(await source(db, investigationId, present)));
    return divideTimeline(entries, present.today);
  },
};
