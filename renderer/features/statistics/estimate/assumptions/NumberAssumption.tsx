import { NumberInput } from '@mantine/core';
import type { Assumptions } from '#contract/statistics/assumptions';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Assumption } from './Assumption.tsx';

type NumberName = 'overtimeProductivity' | 'substitutionShare' | 'inducedInflowShare' | 'capacityExponent';

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shares are typed in percent. */
  readonly isShare: boolean;
}

const scales: Readonly<Record<NumberName, Scale>> = {
  overtimeProductivity: { min: 0.5, max: 1.5, step: 0.1, isShare: false },
  capacityExponent: { min: 0.5, max: 1, step: 0.05, isShare: false },
  substitutionShare: { min: 0, max: 90, step: 5, isShare: true },
  inducedInflowShare: { min: 0, max: 50, step: 5, isShare: true },
};

interface NumberAssumptionProps {
  readonly name: NumberName;
  readonly draft: Assumptions;
  readonly onChange: (changes: Partial<Assumptions>) => void;
}

/** An assumption that is a number. Emptied, it keeps what it was. */
export function NumberAssumption({ name, draft, onChange }: NumberAssumptionProps) {
  const t = useText();
  const format = useFormat();
  const { isShare, ...scale } = scales[name];
  return (
    <Assumption name={name} draft={draft}>
      <NumberInput
        {...scale}
        label={t(`counterfactual:assumptions.${name}.label`)}
        value={isShare ? Math.round(draft[name] * 100) : draft[name]}
        decimalScale={isShare ? 0 : 2}
        decimalSeparator={format.locale === 'fr' ? ',' : '.'}
        clampBehavior="strict"
        {...(isShare ? { suffix: format.locale === 'fr' ? '\u00a0%' : '%' } : {})}
        onChange={(value) => {
          if (typeof value === 'number') onChange({ [name]: isShare ? value / 100 : value });
        }}
      />
    </Assumption>
  );
}
