import type { SinceIssue } from '#contract/custody/disclosure';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { PaperTerms } from './defaults.ts';
import { gatherRecords } from './gather.ts';
import { protectedNames } from './names.ts';
import { digestOf, type FileRecord } from './record.ts';
import type { ForRelease } from './release.ts';
import { decisionsOf, heldPaper, seriesOf, seriesRows, type HeldPaper, type Named } from './rows.ts';
import { changesSince, historyOf, numberRecords, removedSince, type History } from './series.ts';
import { treat, type Decided } from './treat.ts';

export interface PreparedRecord extends ForRelease {
  readonly digest: string;
}

interface Preparation {
  readonly records: readonly PreparedRecord[];
  /** Numbers of what was given earlier and is no longer recorded. */
  readonly removed: readonly number[];
  readonly names: readonly string[];
}

interface Given {
  readonly paper: Pick<HeldPaper, 'kind' | 'namesIncluded' | 'requesterId'>;
  readonly records: readonly FileRecord[];
  /** Of what was issued: the records that may be listed, with the digest that each was given under. */
  readonly issued?: ReadonlyMap<string, string>;
  readonly decisions: ReadonlyMap<string, Decided>;
  readonly history: History;
}

/** What is issued: the facts of the paper, its records, and what was given earlier and is no longer recorded. */
export type Issuable = Pick<Prepared, 'row' | 'records' | 'removed'>;

interface KnownRecord {
  readonly key: string;
  readonly digest: string;
  readonly record: FileRecord;
}

export function knownOf(records: readonly FileRecord[]): readonly KnownRecord[] {
  return records.map((record) => ({ key: record.key, digest: digestOf(record), record }));
}

/** Every record that a paper lists, with what becomes of it. */
export function prepareRecords({ paper, records, issued, decisions, history }: Given): Preparation {
  const names = protectedNames(records, paper.requesterId);
  const { namesIncluded, requesterId } = paper;
  const terms: PaperTerms = { kind: paper.kind, namesIncluded, requesterId, names };
  const known = knownOf(records);
  const listed = known.filter(({ key }) => issued === undefined || issued.has(key));
  return {
    records: numberRecords(listed, history).map(({ record: { record, digest }, number, isRevised }) => ({
      record,
      digest,
      number,
      isRevised,
      ...treat(record, decisions.get(record.key), terms),
    })),
    removed: removedSince(known, history)
      .map((key) => history.get(key)?.number ?? 0)
      .sort((a, b) => a - b),
    names,
  };
}

export interface Prepared extends Preparation {
  readonly row: HeldPaper;
  readonly history: History;
  /** Of the file to what was issued of the series; null before anything was. */
  readonly since: SinceIssue | null;
}

/** A paper with the file as it is now: what a draft would give, or what has changed since an issue. */
export async function preparePaper(db: ReadDb, named: Named): Promise<Prepared> {
  const row = await heldPaper(db, named);
  const records = await gatherRecords(db, named.investigationId);
  const history = historyOf(await seriesRows(db, seriesOf(row)));
  const decisions = await decisionsOf(db, row.id);
  const known = knownOf(records);
  return {
    row,
    history,
    since: history.size === 0 ? null : changesSince(known, history),
    ...prepareRecords({ paper: row, records, decisions, history }),
  };
}

/** SHA-256 of all that would be issued: the facts of the paper, its records and what becomes of each. */
export function contentsOf({ row, records, removed }: Issuable): string {
  const { id, kind, recipient, reference, requestedOn, languages, namesIncluded, requesterId, supplementsId } = row;
  return sha256(
    canonicalJson({
      paper: { id, kind, recipient, reference, requestedOn, languages, namesIncluded, requesterId, supplementsId },
      records: records.map(({ record, digest, number, treatment, fields, spans, ground }) => ({
        key: record.key,
        digest,
        number,
        treatment,
        fields: [...fields].sort(),
        spans,
        ground,
      })),
      removed,
    }),
  );
}
