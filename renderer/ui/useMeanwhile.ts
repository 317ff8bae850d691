import { useEffect, useState } from 'react';
import { mergeMeanwhile } from '../lib/meanwhile.ts';

/** A record as a form began with it. */
interface Recorded<V extends object> {
  /** Null where the form makes a new one. */
  readonly version: number | null;
  readonly values: V;
}

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

/**
 * Follows a record that others may save while it is in a form. Their changes of other fields join the form; of the same field
 * both texts are shown. The version to send is that of the record which the form has taken account of.
 * @param names of the fields that can be compared on screen; with a change of another one, saving is refused as a conflict
 */
export function useMeanwhile<V extends object>(
  form: ComparedForm<V>,
  saved: Recorded<V>,
  names: Readonly<Partial<Record<keyof V, string>>>,
): { readonly version: number | null; readonly meanwhile: readonly Meanwhile[] } {
  const [seen, setSeen] = useState(saved);
  const [open, setOpen] = useState<readonly (keyof V & string)[]>([]);

  useEffect(() => {
    if (saved.version === seen.version) return;
    const { theirs, both } = mergeMeanwhile(seen.values, saved.values, form.values);
    if (both.some((field) => names[field] === undefined)) return;
    if (Object.keys(theirs).length > 0) form.setValues(theirs);
    setSeen(saved);
    setOpen((before) => [...new Set([...before, ...both])]);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each version; what is typed is looked up then
  }, [saved.version]);

  const close = (field: keyof V & string): void => {
    setOpen((before) => before.filter((each) => each !== field));
  };
  return {
    version: seen.version,
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
