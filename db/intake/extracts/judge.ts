import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId } from '#contract/ground/ids';
import type { Difference, ExtractKind, ExtractReason } from '#contract/intake/extracts';
import { fold } from '../imports/aliases.ts';
import { numberHash } from '../../casework/referrals/numberHash.ts';
import { externalKey } from '../../casework/referrals/rules.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { fileProblem } from './facts.ts';
import {
  placeOf,
  readHeld,
  type Connections,
  type Held,
  type HeldFile,
  type HeldRecord,
  type LastSaid,
} from './held.ts';
import type { ReadRecord, ReadResult } from './readRow.ts';
import { compareFields, defaults, isOnePerFile, outcomeProblem, type FieldChange, type Said } from './rules.ts';

export interface ExtractItem {
  readonly line: number;
  readonly result: ReadResult;
}

/** What would become of one row, or of one record that is gone. */
export interface JudgedRow {
  readonly line: number | null;
  readonly difference: Difference;
  readonly number: string;
  readonly key: string;
  readonly fileId: InvestigationId | null;
  readonly recordId: string | null;
  readonly last: LastSaid | null;
  readonly record: ReadRecord | null;
  /** What Vigie holds of it; empty where it holds nothing. */
  readonly held: Said;
  readonly fields: readonly FieldChange[];
  readonly reasons: readonly ExtractReason[];
  readonly struckOn: CivilDate | null;
  readonly canTake: boolean;
}

const nothing = {
  key: '',
  fileId: null,
  recordId: null,
  last: null,
  record: null,
  held: {},
  fields: [],
  struckOn: null,
  canTake: false,
} as const;

/** Tells the arrests and the charges of a file apart: by their own number, or by what they are and which of several. */
function keyOf(kind: ExtractKind, { fileKey, rowNumber, said }: ReadRecord, ordinals: Map<string, number>): string {
  if (isOnePerFile(kind)) return fileKey;
  if (rowNumber !== null) return `${fileKey} #${rowNumber}`;
  const what = kind === 'arrests' ? said.arrestedOn : `${String(said.laidOn)} ${fold(String(said.section))}`;
  const natural = `${fileKey} ${String(what)}`;
  const ordinal = (ordinals.get(natural) ?? 0) + 1;
  ordinals.set(natural, ordinal);
  return `${natural} ~${String(ordinal)}`;
}

const isSame = (kind: ExtractKind, held: Said, said: Said): boolean =>
  kind === 'arrests'
    ? held.arrestedOn === said.arrestedOn
    : held.laidOn === said.laidOn && fold(String(held.section)) === fold(String(said.section));

/** The records that no extract has named yet, by their file: one that was entered by hand may be what a row means. */
function unnamedRecords({ records, last }: Held): Map<string, HeldRecord[]> {
  const named = new Set(Array.from(last.values(), ({ recordId }) => recordId));
  const byFile = new Map<string, HeldRecord[]>();
  for (const record of records.values()) {
    if (named.has(record.id)) continue;
    byFile.set(record.fileId, [...(byFile.get(record.fileId) ?? []), record]);
  }
  return byFile;
}

function takeUnnamed(unnamed: Unnamed, kind: ExtractKind, fileId: string, said: Said): HeldRecord | null {
  const there = unnamed.get(fileId) ?? [];
  const found = isOnePerFile(kind) ? there[0] : there.find((each) => isSame(kind, each.said, said));
  if (found === undefined) return null;
  unnamed.set(
    fileId,
    there.filter((each) => each !== found),
  );
  return found;
}

const dayField = { arrests: 'arrestedOn', charges: 'laidOn', clearances: 'clearedOn' } as const;

/** What another unit has now is that unit's to correct, and the day on which it came from one is the day of the transfer. */
function transferProblem(kind: ExtractKind, file: HeldFile | null, next: Said): ExtractReason | null {
  if (file === null) return null;
  if (file.transferredOn !== null) return 'file_transferred';
  const isMoved = kind === 'investigations' && file.origin === 'transferred' && next.openedOn !== file.openedOn;
  return isMoved ? 'opened_by_transfer' : null;
}

async function problemOf(
  connections: Connections,
  kind: ExtractKind,
  { file, record }: Found,
  next: Said,
): Promise<ExtractReason | null> {
  const transferred = transferProblem(kind, file, next);
  if (transferred !== null) return transferred;
  if (kind === 'investigations') return fileProblem(connections, file, record, next);
  const on = String(next[dayField[kind]]);
  if (file !== null && on < file.openedOn) return 'date_before_opening';
  return kind === 'charges' ? outcomeProblem(next) : null;
}

function differenceOf(held: HeldRecord | null, fields: readonly FieldChange[]): Difference {
  if (held === null) return 'new';
  if (fields.length === 0) return 'unchanged';
  return fields.some(({ isConflict }) => isConflict) ? 'conflict' : 'changed';
}

function fileMissing(kind: ExtractKind, file: HeldFile | null, isWithheld: boolean): ExtractReason | null {
  if (isWithheld) return 'number_withheld';
  return kind !== 'investigations' && file === null ? 'file_unknown' : null;
}

function isWithheld({ withheld, purged }: Held, { unitId, number }: ReadRecord, place: string): boolean {
  return withheld.has(place) || (purged.size > 0 && purged.has(numberHash(unitId, number)));
}

/** Compares an extract with what Vigie holds and what the last extract said; records that it no longer names come last. */
export async function judgeExtract(
  connections: Connections,
  kind: ExtractKind,
  items: readonly ExtractItem[],
  onRow: (index: number) => Promise<void>,
): Promise<readonly JudgedRow[]> {
  const records = items.flatMap(({ result }) => result.record ?? []);
  const asked = groupsBy(records, ({ unitId }) => unitId);
  const numbers = [...asked].map(([unitId, each]) => [unitId, each.map(({ number }) => number)] as const);
  const held = await readHeld(connections, kind, new Map(numbers));
  const unnamed = unnamedRecords(held);
  const ordinals = new Map<string, number>();
  const seen = new Set<string>();
  const unread = new Set<string>();
  const judged: JudgedRow[] = [];
  for (const [index, { line, result }] of items.entries()) {
    await onRow(index);
    const { record } = result;
    if (record === null) {
      unread.add(externalKey(result.number) ?? '');
      judged.push({ ...nothing, line, difference: 'invalid', number: result.number, reasons: result.reasons });
      continue;
    }
    const key = keyOf(kind, record, ordinals);
    const place = placeOf(record.unitId, key);
    const isTwice = seen.has(place);
    seen.add(place);
    const filePlace = placeOf(record.unitId, record.fileKey);
    const file = held.files.get(filePlace) ?? null;
    const base = { ...nothing, line, number: record.number, key, record, fileId: file?.id ?? null };
    const refused = isTwice ? 'number_twice' : fileMissing(kind, file, isWithheld(held, record, filePlace));
    if (refused !== null) judged.push({ ...base, difference: 'invalid', reasons: [refused] });
    else judged.push({ ...base, ...(await judgeRecord(connections, kind, held, unnamed, { record, file, place })) });
  }
  return [...judged, ...goneRows(kind, held, seen, unread)];
}

interface Found {
  readonly record: ReadRecord;
  readonly file: HeldFile | null;
  readonly place: string;
}

type Unnamed = Map<string, HeldRecord[]>;

/** The record that a row means, and what the last extract said of it; of one that Vigie has no longer, nothing. */
function findRecord(kind: ExtractKind, held: Held, unnamed: Unnamed, { record, file, place }: Found) {
  const last = held.last.get(place) ?? null;
  const named = held.records.get(last?.recordId ?? '');
  if (last !== null && named !== undefined) return { last, found: named, said: last.said };
  return { last, found: file === null ? null : takeUnnamed(unnamed, kind, file.id, record.said), said: null };
}

/** Of a record that the last extract named and that Vigie has no longer. */
function struckSince({ struck }: Held, last: LastSaid | null, found: HeldRecord | null): CivilDate | null {
  return found === null && last !== null ? (struck.get(last.recordId) ?? null) : null;
}

async function judgeRecord(connections: Connections, kind: ExtractKind, held: Held, unnamed: Unnamed, row: Found) {
  const { last, found, said } = findRecord(kind, held, unnamed, row);
  const struckOn = struckSince(held, last, found);
  const holds: Said = found === null ? {} : found.said;
  const { said: theirs, opening } = row.record;
  const fields = compareFields(found === null ? { ...theirs, ...opening.said } : theirs, holds, said);
  const base = { last, recordId: found === null ? null : found.id, held: holds, fields };
  const isDifferent = fields.length > 0;
  const after = Object.fromEntries(fields.map((each) => [each.field, each.after]));
  const next = { ...(found === null ? defaults[kind] : holds), ...after };
  const problem = isDifferent ? await problemOf(connections, kind, row, next) : null;
  if (problem !== null) return { ...base, difference: 'invalid' as const, reasons: [problem], canTake: false };
  const difference = struckOn === null ? differenceOf(found, fields) : 'struck';
  return { ...base, difference, reasons: [], struckOn, canTake: isDifferent };
}

const isAsLeft = (last: LastSaid, record: HeldRecord): boolean =>
  compareFields(last.said, record.said, null).length === 0;

/** What another unit has by now is not taken out of its file. */
function goneFrom(place: string | null, { unitId }: LastSaid, canTake: boolean) {
  const isElsewhere = place !== null && !place.startsWith(placeOf(unitId, ''));
  return isElsewhere
    ? ({ difference: 'invalid', reasons: ['file_transferred'], canTake: false } as const)
    : ({ difference: 'gone', reasons: [], canTake } as const);
}

/** A file with a row that cannot be read is not gone. */
function goneRows(
  kind: ExtractKind,
  held: Held,
  seen: ReadonlySet<string>,
  unread: ReadonlySet<string>,
): readonly JudgedRow[] {
  const files = new Map(Array.from(held.files, ([place, { id, number }]) => [id, { place, number }]));
  return Array.from(held.last).flatMap(([place, last]): JudgedRow[] => {
    const record = held.records.get(last.recordId);
    const [fileKey = ''] = last.key.split(' ');
    if (seen.has(place) || unread.has(fileKey) || record === undefined) return [];
    const file = files.get(record.fileId);
    return [
      {
        ...nothing,
        line: null,
        ...goneFrom(file?.place ?? null, last, !isOnePerFile(kind) && isAsLeft(last, record)),
        number: file?.number ?? '',
        key: last.key,
        fileId: record.fileId,
        recordId: record.id,
        last,
        held: record.said,
        fields: Object.entries(last.said).map(([field, before]) => ({
          field: field as FieldChange['field'],
          before,
          after: null,
          isConflict: false,
        })),
      },
    ];
  });
}
