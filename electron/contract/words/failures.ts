import type { Locale } from '../ground/codes.ts';
import type { ErrorCode, ErrorReason } from '../ground/errors.ts';
import english from './failures.en.json' with { type: 'json' };
import french from './failures.fr.json' with { type: 'json' };

/** The cause on one line; on the next what to do, then what was saved. */
export interface FailureText {
  readonly title: string;
  readonly advice: string;
}

interface FailureTexts {
  readonly code: Readonly<Record<ErrorCode, FailureText>>;
  readonly reason: Readonly<Record<ErrorReason, FailureText>>;
}

/** Both languages at once, for the command line; the page loads the file of its own language. */
export const failureTexts: Readonly<Record<Locale, FailureTexts>> = { en: english, fr: french };
