import { useForm, type FormErrors } from '@mantine/form';
import type { DraftPlace } from '#contract/accounts/drafts';
import type { Failure } from '#contract/ground/errors';
import { methodNamed, type Input, type MethodName, type Output } from '#contract/index';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useQueryClient } from '@tanstack/react-query';
import { touchesOf, useWrite } from '../bridge/queries.ts';
import { refetchTouched } from '../bridge/topics.ts';
import { holdKeys } from '../lib/holdKeys.ts';
import { useDraft } from '../lib/useDraft.ts';
import { fieldErrors, focusFirstError, validateWith } from './formErrors.tsx';
import { useFollowDay } from './useFollowDay.ts';
import { useMeanwhile } from './useMeanwhile.ts';

/** An input as typed: the contract's fields, where a code may be any text and what is missing may be null. */
type Typed<T> = T extends string
  ? string | null | undefined
  : T extends readonly (infer Item)[]
    ? readonly Typed<Item>[]
    : T extends object
      ? { readonly [Field in keyof T]: Typed<T[Field]> }
      : T | null | undefined;

interface MethodFormOptions<M extends MethodName, V extends object> {
  /** With what the form begins. */
  readonly values: V;
  readonly toInput: (values: V) => Typed<Input<M>>;
  /** Of the fields that are compared on screen where somebody else changes the same record meanwhile. */
  readonly names?: Readonly<Partial<Record<keyof V, string>>>;
  /** Adds to what the contract finds wrong, or puts it at fields that only the form has. */
  readonly errors?: (found: FormErrors, values: V) => FormErrors;
  /** Where what is typed is kept until it is saved, of a form that is long enough to be missed. */
  readonly draft?: DraftPlace;
  readonly onDone?: (output: Output<M>, values: V) => void;
  readonly onFailure?: (failure: Failure) => void;
}

const noNames = <V extends object>(): Partial<Record<keyof V, string>> => ({});

/** Null where the input is of no record, or of a new one. */
function versionOf(input: unknown): number | null {
  const version = (input as { readonly version?: unknown } | undefined)?.version;
  return typeof version === 'number' ? version : null;
}

/**
 * A form that sends one method, checked by the method's own schema. What is wrong is said at its field, which takes the focus,
 * whether the page or the store found it: `<FormDialog {...sending}>` with fields from `form`.
 */
export function useMethodForm<M extends MethodName, V extends object>(method: M, options: MethodFormOptions<M, V>) {
  const { values, toInput, names = noNames<V>(), errors = (found: FormErrors) => found } = options;
  const { draft: place = null, onDone, onFailure } = options;
  const client = useQueryClient();
  const write = useWrite(method);
  const check = validateWith(methodNamed(method).input, toInput);
  const form = useForm<V>({ initialValues: values, validate: (typed) => errors(check(typed), typed) });
  const saved = { version: versionOf(toInput(values)), values };
  const { version, meanwhile, begun, begin } = useMeanwhile(form, saved, names);
  const draft = useDraft(form, place, saved.version === null ? null : { saved, begun, begin });
  const [isAtFields, setAtFields] = useState(false);
  useFollowDay(form, values, (untyped) => {
    if (!form.isTouched() && draft.takenUpFrom === null) draft.forget(untyped);
  });
  const onSubmit = form.onSubmit((typed) => {
    // The schema has just accepted it.
    const input = { ...toInput(typed), ...(version !== null && { version }) };
    const sent = write.mutateAsync(input as Input<M>, {
      onSuccess: (output) => {
        // At once: the next key is of what comes after the form.
        flushSync(() => {
          draft.forget();
          onDone?.(output, typed);
        });
      },
      onError: ({ failure }) => {
        // Shows what others have saved.
        if (failure.code === 'conflict') void refetchTouched(client, touchesOf(method));
        const found = errors(fieldErrors(failure), typed);
        form.setErrors(found);
        // What is said at its field is not said twice.
        setAtFields(failure.code === 'invalid_input' && focusFirstError(found));
        onFailure?.(failure);
      },
    });
    void holdKeys(sent);
  }, focusFirstError);
  const failure = isAtFields ? null : standing(write.error?.failure ?? null, versionOf(write.variables), version);
  return { form, sending: { isBusy: write.isPending, failure, dismiss: write.reset, draft, meanwhile, onSubmit } };
}

/** Without a failure about a version that the form has since been compared with. */
function standing(failure: Failure | null, sent: number | null, version: number | null): Failure | null {
  return failure?.reason === 'version_conflict' && sent !== version ? null : failure;
}
