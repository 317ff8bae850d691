import { useRef, useState, type ChangeEvent, type FocusEventHandler, type ReactNode, type Ref } from 'react';
import { useMergedRef } from '@mantine/hooks';
import { readDay, type Tense } from '../lib/readDay.ts';
import { today } from '../lib/today.ts';
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
  readonly error: ReactNode;
}

/** A field's text stays as it was typed until the field is left, while the form already has what it says; the day is said in words below. */
export function useTypedDay(props: TypedDay) {
  const { value, onChange, onPick, onBlur, ref, read, day, withDay, tense, error } = props;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ text: '', value: '', isLeft: true });
  const isTyped = typed.value === value;
  const meant = readDay(day, today(), tense);
  const choices = meant !== null && 'choices' in meant ? meant.choices : [];
  const isAsked = choices.length > 0;
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
      // The question which day is meant says what is wrong.
      error: isAsked ? Boolean(error) : error,
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
            choices={choices}
            isOwed={isAsked && Boolean(error)}
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
