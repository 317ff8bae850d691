import type { FormErrors } from '@mantine/form';
import type { z } from 'zod';
import type { ErrorReason, Failure, FieldProblem } from '#contract/ground/errors';
import { useText, type Translate } from '../i18n/text.ts';

interface Problem {
  readonly code: string;
  readonly message?: string | undefined;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: unknown;
  readonly format?: unknown;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly after?: FieldProblem['after'];
  readonly before?: FieldProblem['before'];
}

/** Rendered rather than written into the form's state, so that it follows the language. */
function FieldMessage({ problem }: { readonly problem: Problem }) {
  return <>{messageOf(problem, useText())}</>;
}

function messageOf(problem: Problem, t: Translate): string {
  if (problem.after !== undefined)
    return t('errors:field.tooEarly', { on: problem.after.on, step: t(`errors:step.${problem.after.step}`) });
  if (problem.before !== undefined)
    return t('errors:field.tooLate', { on: problem.before.on, step: t(`errors:step.${problem.before.step}`) });
  const isText = problem.origin === 'string';
  switch (problem.code) {
    case 'too_small':
      if (problem.origin === 'array') return t('errors:field.chooseOne');
      if (!isText) return t('errors:field.tooSmall', { minimum: String(problem.minimum) });
      return problem.minimum === 1
        ? t('errors:field.required')
        : t('errors:field.tooShort', { minimum: String(problem.minimum) });
    case 'too_big':
      return t(isText ? 'errors:field.tooLong' : 'errors:field.tooBig', { maximum: String(problem.maximum) });
    case 'invalid_type':
    case 'invalid_value':
      return t('errors:field.required');
    case 'invalid_format':
      return formatMessageOf(problem, t);
    default:
      return plainMessageOf(problem.code, t) ?? reasonMessageOf(problem, t);
  }
}

const plainMessages = {
  not_of_kind: 'errors:field.notOfKind',
  obtained_needed: 'errors:field.obtainedNeeded',
  not_matching: 'errors:field.notMatching',
  not_a_time: 'errors:field.notATime',
  not_an_instant: 'errors:field.notAnInstant',
  not_within_quarter: 'errors:field.notWithinQuarter',
} as const;

/** What says all by its code alone. */
function plainMessageOf(code: string, t: Translate): string | null {
  return code in plainMessages ? t(plainMessages[code as keyof typeof plainMessages]) : null;
}

function formatMessageOf(problem: Problem, t: Translate): string {
  if (problem.format === 'date') return t('errors:field.notADate');
  // A uuid is chosen from a list, never typed.
  return problem.format === 'uuid' ? t('errors:field.required') : t('errors:field.notWritable');
}

/** Rules of the contract and of the store that are said at a field. */
const fieldReasons = [
  'contains_binary',
  'login_taken',
  'unit_needed',
  'code_taken',
  'number_taken',
  'duplicate_external_number',
  'number_held_back',
  'date_before_previous',
  'date_in_future',
  'date_after_next',
  'passphrase_too_short',
  'passphrase_weak',
  'unknown_unit',
  'laxer_than_agreement',
  'danger_end_needed',
  'lower_band_needs_reason',
  'offence_not_valid',
  'arrest_of_youth',
  'correction_needs_reason',
  'correction_own',
  'leave_overlaps',
  'leave_over',
  'cover_away',
] as const satisfies readonly ErrorReason[];

/** Rules of the contract and of the store name an `ErrorReason`. */
function reasonMessageOf(problem: Problem, t: Translate): string {
  const reason = problem.code === 'custom' ? problem.message : problem.code;
  const known = fieldReasons.find((each) => each === reason);
  return known === undefined ? t('errors:field.invalid') : t(`errors:reason.${known}.title`);
}

/**
 * The contract's own schema as the form's: `useForm({ validate: validateWith(newReferral) })`. Fields that the form
 * keeps as '' and the schema as absent are turned by `toInput` first.
 */
export function validateWith<T>(schema: z.ZodType, toInput: (values: T) => unknown = (values) => values) {
  return (values: T): FormErrors => {
    const parsed = schema.safeParse(toInput(values));
    return parsed.success ? {} : errorsOf(parsed.error.issues.map((issue) => ({ ...issue, path: issue.path })));
  };
}

function errorsOf(problems: readonly Problem[]): FormErrors {
  const errors: FormErrors = {};
  for (const problem of problems) {
    const path = (problem.path ?? []).map(String).join('.');
    errors[path] ??= <FieldMessage problem={problem} />;
  }
  return errors;
}

/** The second argument of `form.onSubmit`: the cursor goes to the first field that is not accepted. Says whether each of them is on the page. */
export function focusFirstError(errors: FormErrors): boolean {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const wrong = fields.filter((field) => (field.dataset['path'] ?? '') in errors);
  wrong[0]?.focus();
  const paths = Object.keys(errors);
  return paths.length > 0 && paths.every((path) => wrong.some((field) => field.dataset['path'] === path));
}

/** What the store found wrong, put at its fields: `form.setErrors(fieldErrors(failure))`. */
export function fieldErrors(failure: Failure): FormErrors {
  return errorsOf((failure.fields ?? []).map((field) => ({ ...field, path: field.path.split('.') })));
}

type FormProblem = 'not_matching' | 'not_an_instant' | 'not_a_time' | 'required' | 'unit_needed' | 'danger_end_needed';

/** For what a form asks and the contract does not, such as the passphrase typed twice, or what the store would find later. */
export function problemMessage(code: FormProblem) {
  return <FieldMessage problem={code === 'required' ? { code: 'invalid_type' } : { code }} />;
}
