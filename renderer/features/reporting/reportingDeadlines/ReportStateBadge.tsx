import { IconCircle, IconCircleCheck, IconLock, IconPencil, type Icon } from '@tabler/icons-react';
import type { ReportState } from '#contract/reporting/reportingDeadlines';
import { useText } from '../../../i18n/text.ts';
import type { Tone } from '../../../ui/Notice.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';

const looks: Record<ReportState, { readonly icon: Icon; readonly tone: Tone }> = {
  not_begun: { icon: IconCircle, tone: 'neutral' },
  in_preparation: { icon: IconPencil, tone: 'neutral' },
  locked: { icon: IconLock, tone: 'neutral' },
  sent: { icon: IconCircleCheck, tone: 'positive' },
};

export function ReportStateBadge({ state }: { readonly state: ReportState }) {
  return <StatusBadge {...looks[state]} label={useText()(`codes:reportState.${state}`)} />;
}
