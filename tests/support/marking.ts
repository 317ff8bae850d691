import { z } from 'zod';
import { methodNamed } from '#contract/index';
import { fundingColumns } from '#contract/reporting/fundingColumns';
import type { TestStore } from './store.ts';

/** Fields in which a person writes words; the registers of an agreement say themselves which of theirs are. */
const words: ReadonlySet<string> = new Set([
  ...['name', 'displayName', 'title', 'subject', 'text', 'reason', 'reference', 'note', 'notes', 'remark', 'summary'],
  ...['en', 'fr', 'label', 'recipient', 'authority', 'what', 'toService', 'message', 'seenText', 'safeguardedBy'],
  ...['obtainedReference', 'person', 'agency', 'heldBy', 'concerning', 'lab', 'place', 'letter', 'waitingOn', 'source'],
  ...['trainingNotes', 'fileName', 'reach', 'on', 'sheet', 'service', 'priorityReceived', 'event'],
  ...Object.values(fundingColumns).flatMap((columns) =>
    columns.flatMap(({ key, kind }) => (kind === 'text' ? [key] : [])),
  ),
]);
/** Name one of the files of a place. */
const named: ReadonlySet<string> = new Set(['rollup.import', 'rollup.refuse']);
/** Their reason is a code. */
const codes: ReadonlySet<string> = new Set(['status']);
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the field takes any words, and no code of a list. */
function takes(schema: unknown, text: string): boolean {
  return schema instanceof z.ZodType && schema.safeParse(text).success;
}

/** The input with the marker before each text of a field of words. */
function marked(schema: unknown, value: unknown, marker: string, field: string): unknown {
  if (codes.has(field)) return value;
  if (typeof value === 'string') {
    const isWords = words.has(field) && !isId.test(value) && !value.includes(marker);
    const text = `${marker} ${value}`;
    return isWords && takes(schema, text) ? text : value;
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return marked(schema.unwrap(), value, marker, field);
  if (schema instanceof z.ZodPipe) return marked(schema.in, value, marker, field);
  if (schema instanceof z.ZodUnion)
    return marked(
      schema.options.find((option) => takes(option, value as string)),
      value,
      marker,
      field,
    );
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((each: unknown) => marked(schema.element, each, marker, field));
  if (!(schema instanceof z.ZodObject || schema instanceof z.ZodRecord) || value === null) return value;
  const of = (key: string): unknown => (schema instanceof z.ZodObject ? schema.shape[key] : schema.valueType);
  return Object.fromEntries(
    Object.entries(value as object).map(([key, each]: [string, unknown]) => [key, marked(of(key), each, marker, key)]),
  );
}

/** The same store, whose calls have the marker in every text in which a person writes words. */
export function marking(test: TestStore, marker: string): TestStore {
  const call: TestStore['call'] = (method, input) =>
    test.call(
      method,
      named.has(method) ? input : (marked(methodNamed(method).input, input, marker, '') as typeof input),
    );
  return { ...test, call };
}
