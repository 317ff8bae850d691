import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { defaultAssumptions, type Assumptions } from '#contract/statistics/assumptions';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import classes from './Assumptions.module.css';
import { assumedValue, isChanged, type AssumptionName } from './assumptionWords.ts';

interface AssumptionProps {
  readonly name: AssumptionName;
  readonly draft: Assumptions;
  /** Its control. */
  readonly children: ReactNode;
}

/** One assumption: its control, what it means, its default and where that comes from. */
export function Assumption({ name, draft, children }: AssumptionProps) {
  const t = useText();
  const format = useFormat();
  const usual = assumedValue(name, defaultAssumptions, t, format);
  return (
    <div className={classes.assumption} data-changed={isChanged(name, draft) || undefined}>
      {children}
      <p className={classes.text}>{t(`counterfactual:assumptions.${name}.text`)}</p>
      <p className={classes.source}>
        {t('counterfactual:assumptions.default', { value: usual })} {t(`counterfactual:assumptions.${name}.source`)}
      </p>
      {isChanged(name, draft) && (
        <StatusBadge tone="dueSoon" icon={IconPencil} label={t('counterfactual:assumptions.isChanged')} />
      )}
    </div>
  );
}
