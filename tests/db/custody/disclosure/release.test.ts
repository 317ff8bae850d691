import type { CivilDate } from '#contract/ground/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperKind } from '#contract/ground/disclosureRecords';
import {
  type FieldCode,
  digestOf,
  type FieldNature,
  type FileRecord,
  type RecordField,
} from '../../../../db/custody/disclosure/record.ts';
import { packPage, withheldPage } from '../../../../db/custody/disclosure/document/page.ts';
import type { PaperIssue } from '../../../../db/custody/disclosure/document/issue.ts';
import { merged, placesOfNames } from '../../../../db/custody/disclosure/names.ts';
import { prepareRecords, type PreparedRecord } from '../../../../db/custody/disclosure/prepare.ts';
import { indexLine, releaseRecord, type Grounds } from '../../../../db/custody/disclosure/release.ts';
import type { Decided } from '../../../../db/custody/disclosure/treat.ts';
import { languages } from '../../../../db/documents/page/language.ts';

const grounds: Grounds = new Map([
  ['other', { code: 'other', mark: '8', name: { en: 'Other', fr: 'Autre' }, concealsDate: false, active: true }],
]);

/** Each word of a text is unique, and no word is part of another. */
const word = (record: number, field: number, place: number): string => `q${record}x${field}y${place}z`;

const codes = ['summary', 'reason', 'name', 'value', 'number'] as const satisfies readonly FieldCode[];
const natures = ['text', 'text', 'name', 'identifier', 'fact'] as const satisfies readonly FieldNature[];

interface Shape {
  readonly lengths: readonly number[];
  readonly way: Decided['way'] | 'default';
  readonly fields: readonly number[];
  /** Words from one place to another, in a field. */
  readonly words: readonly (readonly [field: number, from: number, to: number])[];
  readonly isStale: boolean;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  lengths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: codes.length, maxLength: codes.length }),
  way: fc.constantFrom('default', 'include', 'redact', 'leave_out'),
  fields: fc.array(fc.nat(codes.length - 1), { maxLength: 3 }),
  words: fc.array(fc.tuple(fc.nat(codes.length - 1), fc.nat(5), fc.nat(5)), { maxLength: 4 }),
  isStale: fc.boolean(),
});

const textOf = (record: number, field: number, length: number): string =>
  Array.from({ length }, (_, place) => word(record, field, place)).join(' ');

function recordOf({ lengths }: Shape, index: number): FileRecord {
  const fields = lengths.map((length, field): RecordField => {
    const raw = textOf(index, field, length);
    return { code: codes[field] ?? 'number', nature: natures[field] ?? 'fact', raw, value: { en: raw, fr: raw } };
  });
  const about = index % 2 === 0 ? { personId: 'p', role: 'subject', ageBand: 'unknown' } : null;
  return {
    ...{ key: `note:${index}`, section: 'tasks', dated: null, on: '2026-01-01' as CivilDate, version: 1, fields },
    about: about as FileRecord['about'],
  };
}

/** From the first letter of a word to the last of another. */
function spanOf({ lengths }: Shape, index: number, [field, from, to]: Shape['words'][number]) {
  const last = (lengths[field] ?? 1) - 1;
  const [first, end] = [Math.min(from, to, last), Math.min(Math.max(from, to), last)];
  const at = (place: number): number => textOf(index, field, place).length + (place === 0 ? 0 : 1);
  return { field: codes[field] ?? '', from: at(first), to: at(end) + word(index, field, end).length };
}

function decisionOf(each: Shape, index: number, record: FileRecord): readonly [string, Decided][] {
  const { way, fields, words, isStale } = each;
  if (way === 'default') return [];
  const decided: Decided = {
    ...{ way, ground: 'other', remark: 'never printed' },
    fields: fields.map((field) => codes[field] ?? ''),
    spans: words.map((stretch) => spanOf(each, index, stretch)),
    digest: isStale ? 'f'.repeat(64) : digestOf(record),
  };
  return [[record.key, decided]];
}

function prepared(shapes: readonly Shape[], kind: PaperKind): readonly PreparedRecord[] {
  const records = shapes.map(recordOf);
  return prepareRecords({
    paper: { kind, namesIncluded: false, requesterId: null },
    records,
    decisions: new Map(records.flatMap((record, index) => decisionOf(shapes[index] as Shape, index, record))),
    history: new Map(),
  }).records;
}

function issueOf(records: readonly PreparedRecord[], kind: PaperKind): PaperIssue {
  return {
    ...{ kind, reference: 'R', addsTo: null, recipient: 'X', fileNumber: '1', unit: { en: 'U', fr: 'U' } },
    ...{ requestedOn: null, issuedOn: '2026-11-24', issuedAt: 0, namesIncluded: false, marking: 'PROTECTED B' },
    isFictitious: false,
    records: records.flatMap((each) => releaseRecord(each, grounds) ?? []),
    index: records.map((each) => indexLine(each, grounds)),
    removed: [],
    grounds: [...grounds.values()],
    contents: '0'.repeat(64),
  };
}

/** Everything that leaves, as text. */
function written(issue: PaperIssue): string {
  const pages = [languages.en, languages.fr].flatMap((each) => [packPage(issue, each), withheldPage(issue, each)]);
  return JSON.stringify(issue) + pages.map(({ html, header, footer }) => html + header + footer).join('\n');
}

/** The words of a record that are withheld, from what was treated. */
function withheldWords(each: PreparedRecord): readonly string[] {
  return each.record.fields.flatMap(({ code, raw }) => {
    const words = [...raw.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
      text,
      from: index,
      to: index + text.length,
    }));
    if (each.treatment === 'left_out' || each.fields.has(code)) return words.map(({ text }) => text);
    const own = each.spans.filter(({ field }) => field === code);
    return words.filter(({ from, to }) => own.some((span) => span.from < to && from < span.to)).map(({ text }) => text);
  });
}

const kinds = fc.constantFrom<PaperKind[]>('crown', 'access');
const some = fc.array(shape, { minLength: 1, maxLength: 6 });

describe('what leaves', () => {
  it('holds no word of what is withheld and every word of what is not, whatever was chosen', () => {
    fc.assert(
      fc.property(some, kinds, (shapes, kind) => {
        const records = prepared(shapes, kind);
        const text = written(issueOf(records, kind));
        const withheld = new Set(records.flatMap(withheldWords));
        const all = records.flatMap(({ record }) => record.fields.flatMap(({ raw }) => raw.split(' ')));
        expect(all.filter((each) => withheld.has(each) === text.includes(each))).toEqual([]);
        expect(text).not.toContain('never printed');
      }),
      { numRuns: 150 },
    );
  });

  it('withholds at least what was chosen', () => {
    fc.assert(
      fc.property(some, kinds, (shapes, kind) => {
        const records = prepared(shapes, kind);
        const text = written(issueOf(records, kind));
        const chosen = shapes.flatMap((each, index) => {
          const { way, fields, words, lengths } = each;
          const whole = way === 'leave_out' ? codes.map((_, field) => field) : way === 'redact' ? fields : [];
          const parts = way === 'redact' ? words : [];
          return [
            ...whole.flatMap((field) => textOf(index, field, lengths[field] ?? 0).split(' ')),
            ...parts.flatMap((stretch) => {
              const { from, to } = spanOf(each, index, stretch);
              return textOf(index, stretch[0], lengths[stretch[0]] ?? 0)
                .slice(from, to)
                .split(' ');
            }),
          ];
        });
        expect(chosen.filter((each) => text.includes(each))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('accounts for every record once: given whole, in part, or left out', () => {
    fc.assert(
      fc.property(some, kinds, (shapes, kind) => {
        const records = prepared(shapes, kind);
        const { index, records: given } = issueOf(records, kind);
        expect(index.map(({ number }) => number)).toEqual(shapes.map((_, place) => place + 1));
        const left = index.filter(({ treatment }) => treatment === 'left_out');
        expect(given.length + left.length).toBe(shapes.length);
        for (const { fields, treatment } of records.filter((each) => each.treatment !== 'left_out'))
          expect(treatment === 'included' ? fields.size : 0).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same however long what is withheld is', () => {
    const ofLength = (secret: string) => {
      const raw = `Said by ${secret} then.`;
      const field = (code: FieldCode, value: string): RecordField => ({
        ...{ code, nature: 'text' as const, raw: value, value: { en: value, fr: value } },
      });
      const record: FileRecord = {
        ...{ key: 'note:1', section: 'notes', dated: null, on: null, version: 1, about: null },
        fields: [field('text', raw), field('reason', secret)],
      };
      const decision: Decided = {
        ...{ way: 'redact', ground: 'other', remark: null, fields: ['reason'], digest: digestOf(record) },
        spans: [{ field: 'text', from: 8, to: 8 + secret.length }],
      };
      const { records } = prepareRecords({
        paper: { kind: 'crown', namesIncluded: false, requesterId: null },
        ...{ records: [record], decisions: new Map([[record.key, decision]]), history: new Map() },
      });
      return written(issueOf(records, 'crown'));
    };
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (secret) => {
        expect(ofLength(secret)).toBe(ofLength('x'));
      }),
    );
  });
});

describe('names in a text', () => {
  const names = ['tremblay', 'zoe', 'jean tremblay', 'lachance'];
  const spelt = fc.constantFrom(
    'Tremblay',
    'TREMBLAY',
    'Zoé',
    'ZOE\u0301',
    'zoe',
    'Lachance',
    'tremblante',
    'Zoélie',
    'Jean',
  );

  it('are found in any case and accent, as whole words alone', () => {
    fc.assert(
      fc.property(fc.array(spelt, { maxLength: 8 }), fc.constantFrom(' ', ', ', '\n', '/', '_'), (words, between) => {
        const text = words.join(between);
        const found = placesOfNames(text, names).map(({ from, to }) => text.slice(from, to));
        const expected = words.filter((each) => !['tremblante', 'Zoélie', 'Jean'].includes(each));
        // Neighbours may be found as one: "Jean Tremblay" is a name too.
        expect(found.join(' ').replace(/Jean[ ,\n/_]*/g, '')).toBe(expected.join(' '));
      }),
    );
  });

  it('are merged in order and without overlaps, within the text', () => {
    const stretches = fc.array(fc.record({ from: fc.nat(40), to: fc.nat(60) }));
    fc.assert(
      fc.property(stretches, fc.nat(50), (given, length) => {
        const out = merged(given, length);
        const isIn = (list: readonly { from: number; to: number }[], at: number) =>
          list.some(({ from, to }) => from <= at && at < to);
        for (let at = 0; at < length; at += 1) expect(isIn(out, at)).toBe(isIn(given, at));
        for (const [place, { from, to }] of out.entries()) {
          expect(from < to && to <= length).toBe(true);
          expect(from).toBeGreaterThan(out[place - 1]?.to ?? -1);
        }
      }),
    );
  });
});
