import type { ReactNode } from 'react';
import { IconFlask } from '@tabler/icons-react';
import { useText } from '../../../../i18n/text.ts';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import classes from '../Estimate.module.css';
import { useProvenance } from '../figures/Provenance.ts';

interface HeadlineProps {
  /** The sentence to remember. */
  readonly main: string;
  readonly beside: string;
  /** The grade, or the grades. */
  readonly evidence: ReactNode;
}

/** The answer in words, above everything else. */
export function Headline({ main, beside, evidence }: HeadlineProps) {
  const t = useText();
  const { basis } = useProvenance().result;
  return (
    <div className={classes.words}>
      <p className={classes.badges}>
        {evidence}
        {basis !== 'estimated' && (
          <StatusBadge tone="dueSoon" icon={IconFlask} label={t(`counterfactual:basisBadge.${basis}`)} />
        )}
      </p>
      <h2 className={classes.sentence} data-testid="sentence">
        {main}
      </h2>
      <p className={classes.beside}>{beside}</p>
    </div>
  );
}
