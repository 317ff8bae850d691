import { TextInput, type TextInputProps } from '@mantine/core';
import { useId } from 'react';

interface KnownNameInputProps extends TextInputProps {
  /** Offered while one types; any other name is as good. */
  readonly names: readonly string[];
}

/** A field for a name that may have been entered before. */
export function KnownNameInput({ names, ...props }: KnownNameInputProps) {
  const id = useId();
  return (
    <>
      <TextInput {...props} {...(names.length > 0 && { list: id })} />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
