import {
  IconAlertOctagon,
  IconChevronDown,
  IconChevronUp,
  IconChevronsUp,
  IconMinus,
  IconRefreshAlert,
  type Icon,
} from '@tabler/icons-react';
import type { RiskBand } from '#contract/ground/codes';
import { useText } from '../i18n/text.ts';
import type { Tone } from './Notice.tsx';
import { StatusBadge } from './StatusBadge.tsx';

const marks: Record<RiskBand, { readonly icon: Icon; readonly tone: Tone }> = {
  imminent: { icon: IconAlertOctagon, tone: 'overdue' },
  very_high: { icon: IconChevronsUp, tone: 'overdue' },
  high: { icon: IconChevronUp, tone: 'dueSoon' },
  medium: { icon: IconMinus, tone: 'neutral' },
  low: { icon: IconChevronDown, tone: 'neutral' },
};

interface RiskBandBadgeProps {
  readonly band: RiskBand | null;
  /** Facts came after the score. */
  readonly isStale?: boolean;
  /** A child is in danger, whatever the band says. */
  readonly isInDanger?: boolean;
}

export function RiskBandBadge({ band, isStale = false, isInDanger = false }: RiskBandBadgeProps) {
  const t = useText();
  if (isInDanger && band !== 'imminent')
    return (
      <>
        <StatusBadge {...marks.imminent} label={t('triage:danger.running')} />{' '}
        <RiskBandBadge band={band} isStale={isStale} />
      </>
    );
  if (band === null) return <>{t('common:none')}</>;
  const badge = <StatusBadge {...marks[band]} label={t(`codes:riskBand.${band}`)} />;
  if (!isStale) return badge;
  return (
    <>
      {badge} <IconRefreshAlert size={14} stroke={1.75} role="img" aria-label={t('triage:filter.rescore')} />
    </>
  );
}
