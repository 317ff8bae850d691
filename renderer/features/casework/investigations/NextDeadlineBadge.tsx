import type { InvestigationRow } from '#contract/casework/investigations';
import { nextDeadlineOf } from '#contract/casework/listCells';
import { useFormat } from '../../../lib/useFormat.ts';
import { DueBadge } from '../../../ui/DueBadge.tsx';
import { TimeLeftBadge } from '../../../ui/TimeLeftBadge.tsx';

/** In a list: how near the deadline of the file is that comes first, with its name for the pointer. */
export function NextDeadlineBadge({ file }: { readonly file: InvestigationRow }) {
  const format = useFormat();
  const next = nextDeadlineOf(file);
  if (next === null) return null;
  if (next.source === 'referral') return <TimeLeftBadge at={next.at} what={next.what} />;
  return (
    <span title={`${format.bilingual(next.name)}, ${next.on}`}>
      <DueBadge {...next} />
    </span>
  );
}
