import { fields as labels } from '#contract/words/fields';
import { must } from '../../ground/kernel/assert.ts';
import type {
  IssuedRecord,
  PaperField,
  PaperRecord,
  PaperSection,
  SinceIssue,
  Treatment,
} from '#contract/custody/disclosure';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import { eq } from 'drizzle-orm';
import { paperRecord } from '../../ground/schema/unit/papers.ts';
import { gatherRecords } from './gather.ts';
import { placesOfNames } from './names.ts';
import { contentsOf, knownOf, preparePaper, type Prepared, type PreparedRecord } from './prepare.ts';
import { digestOf, isDivisible } from './record.ts';
import { decisionsOf, papersOf, seriesRows } from './rows.ts';
import { changesSince, historyOf } from './series.ts';

type Handlers = { readonly [M in 'papers.ofFile' | 'papers.get']: ReadHandler<M> };

const stretchOf = ({ from, to }: { readonly from: number; readonly to: number }) => ({ from, to });

function fieldsOf({ record, fields, spans }: PreparedRecord, names: readonly string[]): PaperField[] {
  return record.fields.map((field) => ({
    code: field.code,
    label: labels[field.code],
    value: field.value,
    isText: isDivisible(field),
    isRedacted: fields.has(field.code),
    spans: spans.filter((each) => each.field === field.code).map(stretchOf),
    names: isDivisible(field) ? placesOfNames(field.raw, names).map(stretchOf) : [],
  }));
}

function toRecord(each: PreparedRecord, names: readonly string[]): PaperRecord {
  const { record, number, digest, isRevised, treatment, ground, remark, isDecided, isStale } = each;
  return {
    id: record.key,
    number,
    section: record.section,
    on: record.on,
    digest,
    isRevised,
    fields: fieldsOf(each, names),
    treatment,
    ground,
    remark,
    isDecided,
    isStale,
  };
}

/** What an issued paper holds, and whether each record has changed since. */
async function issuedOf(db: ReadDb, { row }: Prepared): Promise<IssuedRecord[]> {
  const rows = await db.select().from(paperRecord).where(eq(paperRecord.paperId, row.id)).orderBy(paperRecord.number);
  const now = new Map((await gatherRecords(db, row.investigationId)).map((record) => [record.key, record] as const));
  const decisions = await decisionsOf(db, row.id);
  const standingOf = (key: string, digest: string): IssuedRecord['standing'] => {
    const current = now.get(key);
    if (current === undefined) return 'removed';
    return digestOf(current) === digest ? 'unchanged' : 'changed';
  };
  return rows.map((each) => ({
    id: each.recordKey,
    number: each.number,
    section: each.section as PaperSection,
    on: each.on,
    treatment: each.treatment as Treatment,
    ground: each.ground,
    remark: decisions.get(each.recordKey)?.remark ?? null,
    standing: standingOf(each.recordKey, each.digest),
  }));
}

export const paperReads: Handlers = {
  'papers.ofFile': async (db, { investigationId }) => {
    const papers = await papersOf(db, investigationId);
    const records = papers.some(({ issued }) => issued !== null) ? await gatherRecords(db, investigationId) : [];
    const seen = new Set<string>();
    const since = new Map<string, SinceIssue>();
    const latestFirst = papers.toSorted((a, b) => (b.issued?.at ?? 0) - (a.issued?.at ?? 0));
    for (const { id, supplements, issued } of latestFirst) {
      const series = supplements ?? id;
      if (issued === null || seen.has(series)) continue;
      seen.add(series);
      const history = historyOf(await seriesRows(db, series));
      since.set(id, changesSince(knownOf(records), history));
    }
    return { papers: papers.map((each) => ({ ...each, since: since.get(each.id) ?? null })) };
  },

  'papers.get': async (db, { investigationId, paperId }) => {
    const prepared = await preparePaper(db, { investigationId, paperId });
    const paper = must(
      (await papersOf(db, investigationId)).find(({ id }) => id === paperId),
      'it was prepared from the same file',
    );
    const isDraft = paper.issued === null;
    return {
      paper,
      records: isDraft ? prepared.records.map((each) => toRecord(each, prepared.names)) : [],
      issued: isDraft ? [] : await issuedOf(db, prepared),
      removed: [...prepared.removed],
      since: prepared.since,
      contents: contentsOf(prepared),
    };
  },
};
