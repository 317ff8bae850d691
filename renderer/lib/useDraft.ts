import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { draftValues, type DraftPlace } from '#contract/accounts/drafts';
import type { Input } from '#contract/index';
import { call } from '../bridge/bridge.ts';
import type { Recorded } from './meanwhile.ts';

interface DraftedForm<V extends object> {
  readonly values: V;
  readonly getInitialValues: () => V;
  readonly setValues: (values: Partial<V>) => void;
}

/** Of a form that changes a record. */
interface DraftedRecord<V extends object> {
  /** As it is now. */
  readonly saved: Recorded<V>;
  /** As the typing began with it. */
  readonly begun: Recorded<V>;
  readonly begin: (begun: Recorded<V>) => void;
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

function begunOf<V extends object>(record: DraftedRecord<V> | null): Input<'drafts.save'>['begun'] {
  const values = draftValues.safeParse(record?.begun.values);
  const version = record?.begun.version ?? null;
  return values.success && version !== null ? { version, values: values.data } : null;
}

function beginAt<V extends object>(begun: Recorded<object> | null, record: DraftedRecord<V> | null): void {
  if (begun !== null) record?.begin(begun as Recorded<V>);
}

/** From the record as it is now. */
function beginAgain<V extends object>(form: DraftedForm<V>, record: DraftedRecord<V> | null): V {
  record?.begin(record.saved);
  return record === null ? form.getInitialValues() : record.saved.values;
}

const savedText = <V extends object>(record: DraftedRecord<V> | null) => JSON.stringify(record?.saved.values);

// A draft that cannot be kept or read must not get in the way of the form: saving it tells what is wrong.
const quietly = (asked: Promise<unknown>) => void asked.catch(() => undefined);

/** Whether it is of a kind that is kept. */
function save<V extends object>(place: DraftPlace, text: string, record: DraftedRecord<V> | null): boolean {
  const values = draftValues.safeParse(JSON.parse(text));
  if (values.success) quietly(call('drafts.save', { ...place, values: values.data, begun: begunOf(record) }));
  return values.success;
}

/**
 * Keeps what is typed into a form in the store, encrypted as everything there, and takes it up again after a return, a lock
 * or a crash, with `<DraftNotice draft={draft} />` among its fields and `draft.forget()` once it is saved. A form without a
 * place keeps nothing. With what is typed into a record goes the record as it was, so that what others save until it is taken up
 * again is not written over.
 */
export function useDraft<V extends object>(
  form: DraftedForm<V>,
  place: DraftPlace | null,
  record: DraftedRecord<V> | null = null,
): Draft<V> {
  const [takenUpFrom, setTakenUpFrom] = useState<number | null>(null);
  const typed = place === null ? '' : JSON.stringify(form.values);
  const settled = useRef(typed);
  const isHeld = useRef(false);
  const latest = useRef({ form, typed, record });
  useEffect(() => {
    latest.current = { form, typed, record };
  });

  const keep = useDebouncedCallback(
    (text: string) => {
      if (place !== null && save(place, text, latest.current.record)) isHeld.current = true;
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
      beginAt(draft.begun, latest.current.record);
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
    // What others saved came into the form, and nothing is typed yet.
    const isUntouched = settled.current !== '' && !isHeld.current && typed === savedText(latest.current.record);
    settled.current = isUntouched ? typed : '';
    if (!isUntouched) keep(typed);
  }, [typed, keep]);

  return {
    takenUpFrom,
    forget,
    startAfresh: () => {
      const initial = beginAgain(form, record);
      forget(initial);
      form.setValues(initial);
    },
  };
}
