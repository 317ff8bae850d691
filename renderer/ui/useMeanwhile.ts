import { useLayoutEffect, useState } from 'react';
import { beginFrom, choose, takeAccount, type Recorded } from '../lib/meanwhile.ts';

interface ComparedForm<V extends object> {
  readonly values: V;
  readonly setValues: (values: Partial<V>) => void;
}

/** What is saved, as it can be read beside the form: of a text in both languages, both. */
function shown(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Object.values(value ?? {})
    .filter(Boolean)
    .join('\n');
}

/** A field that both changed, until the user chooses. */
export interface Meanwhile {
  readonly name: string;
  readonly theirs: string;
  readonly keepMine: () => void;
  readonly useTheirs: () => void;
}

interface Followed<V extends object> {
  /** To send: of the record which the form has taken account of. */
  readonly version: number | null;
  readonly meanwhile: readonly Meanwhile[];
  /** To keep with a draft. */
  readonly begun: Recorded<V>;
  /** What was typed is compared from this record on. */
  readonly begin: (begun: Recorded<V>) => void;
}

/**
 * Follows a record that others may save while it is in a form. Their changes of other fields join the form; of the same field
 * both texts are shown.
 * @param names of the fields that can be compared on screen; with a change of another one, saving is refused as a conflict
 */
export function useMeanwhile<V extends object>(
  form: ComparedForm<V>,
  saved: Recorded<V>,
  names: Readonly<Partial<Record<keyof V, string>>>,
): Followed<V> {
  const [account, setAccount] = useState(() => beginFrom(saved));
  const { seen, open, begun } = account;

  // Before anything else happens, so that a draft which comes now is compared too.
  useLayoutEffect(() => {
    const taken = takeAccount(account, saved, form.values, (field) => names[field] !== undefined);
    if (taken === null) return;
    if (Object.keys(taken.theirs).length > 0) form.setValues(taken.theirs);
    setAccount(taken.account);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each version and beginning; what is typed is looked up then
  }, [saved.version, account]);

  const close = (field: string): void => {
    setAccount((before) => choose(before, field));
  };
  return {
    version: seen.version,
    begun,
    begin: (record) => {
      setAccount(beginFrom(record));
    },
    meanwhile: open.map((field) => ({
      name: names[field] ?? field,
      theirs: shown(seen.values[field]),
      keepMine: () => {
        close(field);
      },
      useTheirs: () => {
        form.setValues({ [field]: seen.values[field] } as unknown as Partial<V>);
        close(field);
      },
    })),
  };
}
