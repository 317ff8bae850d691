import { Stack } from '@mantine/core';
import { IconAlertTriangle, IconFlask, IconHourglass, IconPencil } from '@tabler/icons-react';
import type { Month } from '#contract/ground/dates';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import { isDefault } from '../assumptions/assumptionWords.ts';
import classes from '../Estimate.module.css';
import { useProvenance } from '../figures/Provenance.ts';
import { isFirst } from '../useFirstAnswer.ts';
import { fitWarning } from '../reliability/fitWarning.ts';

interface HeadlineProps {
  readonly sentence: string;
  readonly month: Month;
}

/** The estimate in one sentence, with what weakens it. */
export function Headline({ sentence, month }: HeadlineProps) {
  const t = useText();
  const format = useFormat();
  const { about, result } = useProvenance();
  const { basis, fit, assumptions } = result;
  return (
    <Stack gap={4}>
      <p className={classes.about}>
        {t('counterfactual:about', { about, month: format.month(month) })}
        {basis !== 'estimated' && (
          <StatusBadge tone="dueSoon" icon={IconFlask} label={t(`counterfactual:basisBadge.${basis}`)} />
        )}
        {!isDefault(assumptions) && (
          <StatusBadge tone="dueSoon" icon={IconPencil} label={t('counterfactual:assumptions.inUse')} />
        )}
        {isFirst(result) && <StatusBadge tone="neutral" icon={IconHourglass} label={t('counterfactual:first')} />}
        {fit !== null && fitWarning(fit) !== null && (
          <StatusBadge tone="dueSoon" icon={IconAlertTriangle} label={t('counterfactual:approximate')} />
        )}
      </p>
      <h2 className={classes.sentence} data-testid="sentence">
        {sentence}
      </h2>
    </Stack>
  );
}
