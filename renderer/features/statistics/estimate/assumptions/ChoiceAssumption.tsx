import type { Assumptions } from '#contract/statistics/assumptions';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { Assumption } from './Assumption.tsx';
import { assumedValue } from './assumptionWords.ts';

const choices = {
  rampMonths: [null, 3, 6, 9, 12, 18],
  pooling: ['partial', 'none', 'complete'],
  coupling: ['shared', 'independent'],
  administrative: ['by_queue', 'thinned'],
  backlogDefinition: ['as_counted', 'with_court'],
} as const satisfies { readonly [N in keyof Assumptions]?: readonly Assumptions[N][] };

interface ChoiceAssumptionProps {
  readonly name: keyof typeof choices;
  readonly draft: Assumptions;
  readonly onChange: (changes: Partial<Assumptions>) => void;
}

/** An assumption that is one of a few, the default first. */
export function ChoiceAssumption({ name, draft, onChange }: ChoiceAssumptionProps) {
  const t = useText();
  const format = useFormat();
  return (
    <Assumption name={name} draft={draft}>
      <Choice
        label={t(`counterfactual:assumptions.${name}.label`)}
        value={String(draft[name])}
        options={choices[name].map((value) => ({
          value: String(value),
          label: assumedValue(name, { ...draft, [name]: value }, t, format),
        }))}
        onChange={(written) => {
          const value = choices[name].find((choice) => String(choice) === written);
          if (value !== undefined) onChange({ [name]: value });
        }}
      />
    </Assumption>
  );
}
