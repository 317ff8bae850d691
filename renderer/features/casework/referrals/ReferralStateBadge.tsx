import {
  IconArrowRight,
  IconBan,
  IconCheck,
  IconInbox,
  IconInfoCircle,
  IconLink,
  IconListCheck,
  IconStack2,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react';
import type { ReferralState } from '#contract/ground/codes';
import { useText } from '../../../i18n/text.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';

const icons: Record<ReferralState, Icon> = {
  received: IconInbox,
  triaged: IconListCheck,
  assigned: IconUserCheck,
  bundled: IconStack2,
  linked: IconLink,
  concluded: IconCheck,
  not_viable: IconBan,
  information_only: IconInfoCircle,
  transferred_out: IconArrowRight,
};

export function ReferralStateBadge({ state }: { readonly state: ReferralState }) {
  const t = useText();
  return <StatusBadge tone="neutral" icon={icons[state]} label={t(`codes:referralState.${state}`)} />;
}
