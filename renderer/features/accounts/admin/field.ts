import type { ReactNode } from 'react';

/** What a form's `getInputProps` gives for a field. */
export interface Field<T> {
  readonly value?: T;
  readonly onChange?: (value: T) => void;
  readonly error?: ReactNode;
}
