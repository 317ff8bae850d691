import { useText } from '../i18n/text.ts';
import { useNames } from '../lib/useNames.ts';
import { FilterChoice } from './FilterChoice.tsx';

interface FilterProps {
  readonly value: string | null | undefined;
  readonly onChange: (value: string) => void;
}

/** One of the user's units or all of them; nothing where there is one only. */
export function UnitFilter({ value, onChange }: FilterProps) {
  const t = useText();
  const { units } = useNames();
  if (units.length < 2) return null;
  return (
    <FilterChoice
      label={t('codes:heading.unit')}
      empty={t('lists:all.units')}
      options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
      value={value ?? ''}
      onChange={onChange}
    />
  );
}
