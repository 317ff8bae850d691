import { useState } from 'react';

/** A field's text as it was typed until the field is left, while the form already has what it says. */
export function useTyped(
  value: string,
  onChange: ((value: string) => void) | undefined,
  read: (text: string) => string,
) {
  const [typed, setTyped] = useState({ text: '', value: '', isLeft: true });
  const isTyped = typed.value === value;
  const set = (text: string, isLeft: boolean) => {
    // At once and not on leaving: Ctrl+Enter sends the form from within the field.
    const said = read(text);
    setTyped({ text, value: said, isLeft });
    onChange?.(said);
  };
  return {
    text: isTyped && !typed.isLeft ? typed.text : value,
    /** Whether the form's value is written otherwise than what was typed. */
    isOther: isTyped && typed.text !== value,
    type: (text: string) => {
      set(text, false);
    },
    choose: (text: string) => {
      set(text, true);
    },
    leave: () => {
      setTyped({ ...typed, isLeft: true });
    },
  };
}
