import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useText } from '../i18n/text.ts';

interface NumberFilterProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The beginning of a number, asked for once the typing pauses. */
export function NumberFilter({ value, onChange }: NumberFilterProps) {
  const t = useText();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // Cleared or set from elsewhere; what is being typed is left alone.
    if (value !== typed.trim()) setTyped(value);
  }
  const ask = useDebouncedCallback((next: string) => {
    onChange(next.trim());
  }, 150);
  return (
    <TextInput
      size="xs"
      w={136}
      aria-label={t('lists:numberStartsWith')}
      placeholder={t('lists:numberBegins')}
      value={typed}
      maxLength={60}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
