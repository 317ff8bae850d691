import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { draftValues, type DraftPlace } from '#contract/accounts/drafts';
import { call } from '../bridge/bridge.ts';

interface DraftedForm<V extends object> {
  readonly values: V;
  readonly getInitialValues: () => V;
  readonly setValues: (values: Partial<V>) => void;
}

export interface Draft<V extends object = object> {
  /** When what was taken up again had been typed; null where the form began blank. */
  readonly takenUpFrom: number | null;
  /** Puts the form back to its beginning and forgets the draft. */
  readonly startAfresh: () => void;
  /** What was typed is saved for good. A form that stays says with what it begins again. */
  readonly forget: (next?: Partial<V>) => void;
}

const restAfterTyping = 1000;

// A draft that cannot be kept or read must not get in the way of the form: saving it tells what is wrong.
const quietly = (asked: Promise<unknown>) => void asked.catch(() => undefined);

/**
 * Keeps what is typed into a form in the store, encrypted as everything there, and takes it up again after a return, a lock
 * or a crash, with `<DraftNotice draft={draft} />` among its fields and `draft.forget()` once it is saved. A form without a
 * place keeps nothing.
 */
export function useDraft<V extends object>(form: DraftedForm<V>, place: DraftPlace | null): Draft<V> {
  const [takenUpFrom, setTakenUpFrom] = useState<number | null>(null);
  const typed = place === null ? '' : JSON.stringify(form.values);
  const settled = useRef(typed);
  const isHeld = useRef(false);
  const latest = useRef({ form, typed });
  useEffect(() => {
    latest.current = { form, typed };
  });

  const keep = useDebouncedCallback(
    (text: string) => {
      const values = draftValues.safeParse(JSON.parse(text));
      if (place === null || !values.success) return;
      isHeld.current = true;
      quietly(call('drafts.save', { ...place, values: values.data }));
    },
    { delay: restAfterTyping, flushOnUnmount: true },
  );
  const forget = (next?: Partial<V>) => {
    if (place === null) return;
    keep.cancel();
    settled.current = JSON.stringify({ ...latest.current.form.values, ...next });
    setTakenUpFrom(null);
    if (!isHeld.current) return;
    isHeld.current = false;
    quietly(call('drafts.discard', place));
  };

  useEffect(() => {
    let isGone = false;
    const takeUp = async (place: DraftPlace) => {
      const { draft } = await call('drafts.get', place);
      // What was typed meanwhile is newer.
      if (isGone || draft === null || latest.current.typed !== settled.current) return;
      isHeld.current = true;
      settled.current = JSON.stringify({ ...latest.current.form.values, ...draft.values });
      latest.current.form.setValues(draft.values as Partial<V>);
      setTakenUpFrom(draft.savedAt);
    };
    if (place !== null) quietly(takeUp(place));
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the place is the form's own; the others are looked up when they are wanted
  }, [place?.form, place?.subject]);

  useEffect(() => {
    if (typed === settled.current) return;
    settled.current = '';
    keep(typed);
  }, [typed, keep]);

  return {
    takenUpFrom,
    forget,
    startAfresh: () => {
      const initial = form.getInitialValues();
      forget(initial);
      form.setValues(initial);
    },
  };
}
