import { useRef, useState, type ChangeEvent, type FocusEventHandler, type ReactNode, type Ref } from 'react';
import { useMergedRef } from '@mantine/hooks';
import type { Tense } from '../lib/readDay.ts';
import { DayRead } from './DayRead.tsx';

interface TypedDay {
  /** Of the form: what is typed as it is stored, or as typed where it says no day or several. */
  readonly value: string;
  readonly onChange: ((value: string) => void) | undefined;
  /** Once a day is chosen, after the change; typing may go on. */
  readonly onPick?: ((value: string) => void) | undefined;
  readonly onBlur: FocusEventHandler<HTMLInputElement> | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
  readonly read: (text: string) => string;
  /** The part of the value that says the day, and the value with another day in its place. */
  readonly day: string;
  readonly withDay: (day: string) => string;
  readonly tense: Tense;
}

/** A field's text stays as it was typed until the field is left, while the form already has what it says; the day is said in words below. */
export function useTypedDay({ value, onChange, onPick, onBlur, ref, read, day, withDay, tense }: TypedDay) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ text: '', value: '', isLeft: true });
  const isTyped = typed.value === value;
  const set = (text: string, isLeft: boolean) => {
    // At once and not on leaving: Ctrl+Enter sends the form from within the field.
    const said = read(text);
    setTyped({ text, value: said, isLeft });
    onChange?.(said);
  };
  const choose = (chosen: string) => {
    set(withDay(chosen), true);
    onPick?.(withDay(chosen));
  };
  return {
    choose,
    field: {
      ref: useMergedRef(input, ref),
      value: isTyped && !typed.isLeft ? typed.text : value,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        set(event.currentTarget.value, false);
      },
      onBlur: (event: Parameters<FocusEventHandler<HTMLInputElement>>[0]) => {
        setTyped({ ...typed, isLeft: true });
        onBlur?.(event);
      },
      inputContainer: (drawn: ReactNode) => (
        <div>
          {drawn}
          <DayRead
            text={day}
            tense={tense}
            isSaid={isTyped && typed.text !== value}
            onChoose={(chosen) => {
              choose(chosen);
              input.current?.focus();
            }}
          />
        </div>
      ),
    },
  };
}
