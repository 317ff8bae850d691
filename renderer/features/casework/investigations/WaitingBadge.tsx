import {
  IconArrowRight,
  IconBuildingBank,
  IconCheck,
  IconClock,
  IconMicroscope,
  IconPlayerPlay,
  IconShield,
  IconUserQuestion,
  type Icon,
} from '@tabler/icons-react';
import type { WaitingState } from '#contract/ground/codes';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useText } from '../../../i18n/text.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';

const icons: Record<WaitingState, Icon> = {
  unassigned: IconUserQuestion,
  active: IconPlayerPlay,
  provider: IconClock,
  lab: IconMicroscope,
  other_service: IconShield,
  crown_or_court: IconBuildingBank,
};

/** What an open file waits for; a concluded one waits for nothing. */
export function WaitingBadge({ file }: { readonly file: InvestigationRow }) {
  const t = useText();
  if (file.transferredOn !== null)
    return <StatusBadge tone="positive" icon={IconArrowRight} label={t('investigations:transferred')} />;
  if (file.concludedOn !== null)
    return <StatusBadge tone="positive" icon={IconCheck} label={t('investigations:concluded')} />;
  return (
    <StatusBadge
      tone={file.waiting === 'unassigned' ? 'dueSoon' : 'neutral'}
      icon={icons[file.waiting]}
      label={t(`codes:waitingState.${file.waiting}`)}
    />
  );
}
