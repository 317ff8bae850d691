import { IconAlertTriangle, IconCheck, IconQuestionMark } from '@tabler/icons-react';
import { useText } from '../../../../i18n/text.ts';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import type { Verdict } from './verdicts.ts';

const looks = {
  passed: { tone: 'positive', icon: IconCheck },
  doubtful: { tone: 'neutral', icon: IconQuestionMark },
  failed: { tone: 'dueSoon', icon: IconAlertTriangle },
} as const;

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const t = useText();
  return <StatusBadge {...looks[verdict]} label={t(`counterfactual:placebo.verdict.${verdict}`)} />;
}
