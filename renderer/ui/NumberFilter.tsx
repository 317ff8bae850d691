import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useNames } from '../lib/useNames.ts';
import { useText } from '../i18n/text.ts';

interface NumberFilterProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The beginning of a number, asked for once the typing pauses. */
export function NumberFilter({ value, onChange }: NumberFilterProps) {
  const t = useText();
  const { bareNumber } = useNames();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // Cleared or set from elsewhere; what is being typed is left alone.
    if (value !== bareNumber(typed)) setTyped(value);
  }
  // Where the field goes with its menu, what was typed is asked for all the same.
  const ask = useDebouncedCallback(
    (next: string) => {
      onChange(bareNumber(next));
    },
    { delay: 150, flushOnUnmount: true },
  );
  return (
    <TextInput
      size="xs"
      label={t('lists:numberStartsWith')}
      value={typed}
      maxLength={60}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
