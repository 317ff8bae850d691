import {
  IconAlertOctagon,
  IconChevronDown,
  IconChevronUp,
  IconChevronsUp,
  IconMinus,
  type Icon,
} from '@tabler/icons-react';
import type { RiskBand } from '#contract/codes';
import { useText } from '../../i18n/text.ts';
import type { Tone } from '../../ui/Notice.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';

const marks: Record<RiskBand, { readonly icon: Icon; readonly tone: Tone }> = {
  imminent: { icon: IconAlertOctagon, tone: 'overdue' },
  very_high: { icon: IconChevronsUp, tone: 'overdue' },
  high: { icon: IconChevronUp, tone: 'dueSoon' },
  medium: { icon: IconMinus, tone: 'neutral' },
  low: { icon: IconChevronDown, tone: 'neutral' },
};

export function RiskBandBadge({ band }: { readonly band: RiskBand | null }) {
  const t = useText();
  if (band === null) return <>{t('common:none')}</>;
  return <StatusBadge {...marks[band]} label={t(`codes:riskBand.${band}`)} />;
}
