import { IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconCircleNumber0, type Icon } from '@tabler/icons-react';
import { valueStatus, type ValueStatus } from '#contract/ground/codes';
import { useText } from '../i18n/text.ts';
import type { Tone } from './Notice.tsx';
import { StatusBadge } from './StatusBadge.tsx';

/** The look of each status: blank is never zero, and part of a quarter is not the quarter. */
export const valueLook: Record<ValueStatus, { readonly tone: Tone; readonly icon: Icon }> = {
  complete: { tone: 'positive', icon: IconCircleCheck },
  partial: { tone: 'dueSoon', icon: IconCircleHalf2 },
  not_available: { tone: 'neutral', icon: IconCircleDashed },
  zero_confirmed: { tone: 'positive', icon: IconCircleNumber0 },
};

/** Packs of another version may carry a status that this one does not know: it is shown as not available. */
export function ValueState({ status }: { readonly status: string }) {
  const t = useText();
  const known = valueStatus.safeParse(status);
  const code = known.success ? known.data : 'not_available';
  return <StatusBadge {...valueLook[code]} label={t(`codes:valueStatus.${code}`)} />;
}
