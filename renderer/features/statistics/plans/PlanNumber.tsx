import { NumberInput } from '@mantine/core';
import { useFormat } from '../../../lib/useFormat.ts';
import { planScales, typedNumber, type PlanNumberName } from './planScales.ts';

interface PlanNumberProps {
  readonly name: PlanNumberName;
  readonly label: string;
  readonly placeholder?: string;
  readonly isShare?: boolean;
  /** The element that says more of the field. */
  readonly describedBy?: string;
  readonly value: number | null;
  /** Null: the field was emptied. */
  readonly onChange: (value: number | null) => void;
}

/** A number of a plan. What cannot be projected is not accepted, so that the page never loses its plan to it. */
export function PlanNumber({ name, isShare = false, describedBy, value, onChange, ...texts }: PlanNumberProps) {
  const { locale } = useFormat();
  const scale = planScales[name];
  const { decimals, ...range } = scale;
  const percent = locale === 'fr' ? '\u00a0%' : '%';
  return (
    <NumberInput
      {...texts}
      {...range}
      {...(isShare ? { suffix: percent } : {})}
      aria-describedby={describedBy}
      decimalScale={decimals}
      decimalSeparator={locale === 'fr' ? ',' : '.'}
      clampBehavior="strict"
      value={value ?? ''}
      onChange={(typed) => {
        const next = typedNumber(typed, scale);
        if (next !== undefined) onChange(next);
      }}
    />
  );
}
