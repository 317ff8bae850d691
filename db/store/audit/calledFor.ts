import type { Method } from '#contract/ground/define';
import { z } from 'zod';
import { caseFile } from '#contract/ground/ids';
import type { AuditFact } from '../../ground/kernel/database.ts';
import { idsAt, valueAt } from '../named.ts';

type Guarded = Exclude<Method, { type: 'shell' }>;

// Made once: a schema is compiled at its first use.
const ofFile = z.object({ file: caseFile });
const anyFields = z.record(z.string(), z.unknown());
const uuid = z.uuid();

/** The record that a call names. Its input may be unparsed: nothing of it but an id is taken. */
export function recordNamed(input: unknown): AuditFact['subject'] {
  const file = ofFile.safeParse(input);
  if (file.success) return file.data.file;
  const named = anyFields.safeParse(input);
  if (!named.success) return undefined;
  const first = Object.entries(named.data).find(
    ([key, value]) => /^[a-zA-Z]{1,30}Id$/.test(key) && uuid.safeParse(value).success,
  );
  return first && { kind: first[0].replace(/Id$/, ''), id: String(first[1]) };
}

/** The referrals and investigations that a call names by its scope, each with its place in the input. */
export function filePlaces(
  { scope }: Guarded,
  input: unknown,
): readonly { readonly id: string; readonly path: string }[] {
  const { referral, referrals, investigation, otherInvestigation, file } = scope ?? {};
  const paths = [referral, referrals, investigation, otherInvestigation, file && `${file}.id`];
  return paths.flatMap((path = '') => {
    const [list = ''] = path.split('.');
    const isList = Array.isArray(valueAt(input, list));
    return idsAt(input, path).map((id, place) => ({ id, path: isList ? `${list}.${String(place)}` : path }));
  });
}

export const filesNamed = (method: Guarded, input: unknown): readonly string[] => [
  ...new Set(filePlaces(method, input).map(({ id }) => id)),
];

/** Also the files that the call named or was shown something of, so that the history of each of them shows it. */
export function withFiles(method: Guarded, input: unknown, fact: AuditFact, shown: readonly string[] = []): AuditFact {
  const files = [...new Set([...filesNamed(method, input), ...shown])].filter(
    (id) => id !== fact.subject?.id && id !== fact.facts?.['file'],
  );
  if (files.length === 0) return fact;
  const [first] = files;
  const named = files.length === 1 && first !== undefined && fact.facts?.['file'] === undefined;
  return { ...fact, facts: { ...fact.facts, ...(named ? { file: first } : { fileIds: files.join(' ') }) } };
}
