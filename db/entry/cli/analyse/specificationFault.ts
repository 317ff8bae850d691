import type { z } from 'zod';
import { InputFailure } from '../outcome.ts';
import { analyseEnglish, type AnalyseKey } from '../texts/analyse.ts';

type Issue = z.core.$ZodIssue;
type Said = readonly [AnalyseKey, Readonly<Record<string, string>>?];

/** Our own rules name a text, so that what they say is in the language of the command. */
function isKey(message: string): message is AnalyseKey {
  return message in analyseEnglish;
}

const needs: Readonly<Record<string, AnalyseKey>> = {
  string: 'analyse.spec.needsText',
  number: 'analyse.spec.needsNumber',
  int: 'analyse.spec.needsWhole',
  boolean: 'analyse.spec.needsFlag',
  array: 'analyse.spec.needsList',
  tuple: 'analyse.spec.needsList',
  object: 'analyse.spec.needsFields',
  record: 'analyse.spec.needsFields',
};

function valueAt(specification: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    specification,
  );
}

function ofSize(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Said {
  const isSmall = issue.code === 'too_small';
  const bound = String(isSmall ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') return isSmall ? ['analyse.spec.empty'] : ['analyse.spec.otherForm'];
  if (issue.origin === 'array') return [isSmall ? 'analyse.spec.fewElements' : 'analyse.spec.manyElements', { bound }];
  if (issue.inclusive === false) return [isSmall ? 'analyse.spec.more' : 'analyse.spec.less', { bound }];
  return [isSmall ? 'analyse.spec.least' : 'analyse.spec.most', { bound }];
}

function whatIsWrong(issue: Issue, value: unknown): Said {
  if (value === undefined) return ['analyse.spec.missing'];
  if (issue.code === 'invalid_type') return [needs[issue.expected] ?? 'analyse.spec.otherForm'];
  if (issue.code === 'invalid_value') return ['analyse.spec.oneOf', { options: issue.values.map(String).join(', ') }];
  if (issue.code === 'too_small' || issue.code === 'too_big') return ofSize(issue);
  return ['analyse.spec.otherForm'];
}

/**
 * What a specification is refused with: the place of its first fault, and what is wrong there in the language of the command. The schema library
 * has words of its own, but these are for programmers, and half of them are English in any language.
 */
export function specificationFault(issue: Issue | undefined, specification: unknown): InputFailure {
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === 'unrecognized_keys')
    return new InputFailure('analyse.spec.unknownField', { path: [...path, ...issue.keys.slice(0, 1)].join('.') });
  if (issue && isKey(issue.message)) return new InputFailure(issue.message, { path: path.join('.') });
  if (issue === undefined || path.length === 0) return new InputFailure('analyse.spec.needsFieldsInAll');
  const [key, values] = whatIsWrong(issue, valueAt(specification, issue.path));
  return new InputFailure(key, { ...values, path: path.join('.') });
}
