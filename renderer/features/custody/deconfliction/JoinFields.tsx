import { TextInput } from '@mantine/core';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import type { Names } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';

interface JoinFieldsProps {
  readonly units: Names['units'];
  readonly unitId: UnitId | undefined;
  readonly onUnit: (unitId: UnitId) => void;
  readonly sharedKey: string;
  readonly onSharedKey: (sharedKey: string) => void;
}

/** Fields to join an exchange that the other side began: the unit of this side, and the key that was agreed. */
export function JoinFields({ units, unitId, onUnit, sharedKey, onSharedKey }: JoinFieldsProps) {
  const t = useText();
  return (
    <>
      {units.length > 1 && (
        <Choice
          label={t('exchanges:key.unit')}
          options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
          value={unitId ?? ''}
          onChange={(chosen) => {
            const unit = units.find(({ id }) => id === chosen);
            if (unit) onUnit(unit.id);
          }}
        />
      )}
      <TextInput
        label={t('exchanges:key.sharedKey')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={sharedKey}
        onChange={(event) => {
          onSharedKey(event.currentTarget.value);
        }}
      />
    </>
  );
}
