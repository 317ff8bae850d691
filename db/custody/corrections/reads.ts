import type { CorrectionRow } from '#contract/casework/corrections';
import { struckRecord } from '#contract/casework/corrections';
import type { CaseFile, InvestigationId } from '#contract/ground/ids';
import { caseFileOf } from '../../casework/files/caseFile.ts';
import { referralsWithin } from '../../casework/files/within.ts';
import type { FileRecord, RecordField } from '../disclosure/record.ts';
import { correctedStates, type CorrectedState } from '../disclosure/sources/corrections.ts';
import type { Reading } from '../disclosure/sources/source.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';

const isStruck: ReadonlySet<string> = new Set(struckRecord.options);

/** The fields in which two states of a record differ. */
function changesOf(before: FileRecord | null, after: FileRecord | null): CorrectionRow['changes'] {
  const [was, is] = [before, after].map(
    (record) => new Map<string, RecordField>(record?.fields.map((each) => [each.code, each])),
  );
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
    .filter((field) => was?.get(field)?.raw !== is?.get(field)?.raw)
    .map((field) => ({ field, before: was?.get(field)?.value ?? null, after: is?.get(field)?.value ?? null }));
}

function toCorrection({ row, before, after, isLatest }: CorrectedState): CorrectionRow {
  const { id, version, act, record, recordId, reason, at, by, reviewDueAt, reviewedAt, reviewedBy, reviewNote } = row;
  return {
    id,
    version,
    file: caseFileOf(row.fileKind, row.fileId),
    act,
    record,
    recordId,
    changes: changesOf(before, after),
    reason,
    at,
    by,
    reviewDueAt: reviewedAt === null ? reviewDueAt : null,
    reviewedAt,
    reviewedBy,
    reviewNote,
    mayRestore: isLatest && act === 'entered_in_error' && after === null && isStruck.has(record),
  };
}

async function readingOf(db: ReadDb, file: CaseFile): Promise<Reading> {
  const people = new Map<string, string>();
  if (file.kind === 'investigation')
    return {
      db,
      investigationId: file.id,
      people,
      referralIds: (await referralsWithin(db, [file.id])).map(({ id }) => id),
    };
  // Of a referral alone: no investigation has its id.
  return { db, investigationId: file.id as string as InvestigationId, referralIds: [file.id], people };
}

export const correctionReads: { readonly 'corrections.list': ReadHandler<'corrections.list'> } = {
  'corrections.list': async (db, { file }) => {
    const states = await correctedStates(await readingOf(db, file));
    return { corrections: states.map(toCorrection).reverse() };
  },
};
