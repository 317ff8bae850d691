import { useForm, type FormErrors } from '@mantine/form';
import type { DraftPlace } from '#contract/accounts/drafts';
import type { Failure } from '#contract/ground/errors';
import { methodNamed, type Input, type MethodName, type Output } from '#contract/index';
import { useWrite } from '../bridge/queries.ts';
import { useDraft } from '../lib/useDraft.ts';
import { fieldErrors, focusFirstError, validateWith } from './formErrors.tsx';

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
  /** Adds to what the contract finds wrong, or puts it at fields that only the form has. */
  readonly errors?: (found: FormErrors, values: V) => FormErrors;
  /** Where what is typed is kept until it is saved, of a form that is long enough to be missed. */
  readonly draft?: DraftPlace;
  readonly onDone?: (output: Output<M>, values: V) => void;
  readonly onFailure?: (failure: Failure) => void;
}

/**
 * A form that sends one method, checked by the method's own schema. What is wrong is said at its field, which takes the focus,
 * whether the page or the store found it: `<FormDialog {...sending}>` with fields from `form`.
 */
export function useMethodForm<M extends MethodName, V extends object>(method: M, options: MethodFormOptions<M, V>) {
  const { values, toInput, errors = (found: FormErrors) => found, draft: place = null, onDone, onFailure } = options;
  const write = useWrite(method);
  const check = validateWith(methodNamed(method).input, toInput);
  const form = useForm<V>({ initialValues: values, validate: (typed) => errors(check(typed), typed) });
  const draft = useDraft(form, place);
  const onSubmit = form.onSubmit((typed) => {
    // The schema has just accepted it.
    write.mutate(toInput(typed) as Input<M>, {
      onSuccess: (output) => {
        draft.forget();
        onDone?.(output, typed);
      },
      onError: ({ failure }) => {
        const found = errors(fieldErrors(failure), typed);
        form.setErrors(found);
        focusFirstError(found);
        onFailure?.(failure);
      },
    });
  }, focusFirstError);
  return { form, sending: { isBusy: write.isPending, failure: write.error?.failure ?? null, draft, onSubmit } };
}
