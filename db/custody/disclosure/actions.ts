import { eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { PaperFile } from '#contract/ground/disclosureRecords';
import type { PaperLanguages } from '#contract/custody/disclosure';
import { requireBetween } from '../../ground/kernel/order.ts';
import { must } from '../../ground/kernel/assert.ts';
import { printerOf } from '../../documents/page/print.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fileNamePart, type BuiltFile } from '../../documents/files/builtFile.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { paper, paperRecord } from '../../ground/schema/unit/papers.ts';
import { getSetting } from '../../store/settings.ts';
import type { AuditFact, ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { leaveAsFolder } from '../../store/leaveWorkspace.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { buildPaper } from './document/files.ts';
import { describeFile } from '../../documents/files/builtFile.ts';
import type { PaperIssue } from './document/issue.ts';
import { groundsByCode } from './grounds.ts';
import { prepareIssued } from './issued.ts';
import { contentsOf, preparePaper, type Issuable, type Prepared } from './prepare.ts';
import { indexLine, releaseRecord } from './release.ts';
import { heldDraft, heldPaper, type HeldPaper, type Named } from './rows.ts';

type Handlers = { readonly [M in 'papers.issue' | 'papers.export']: ActionHandler<M> };

interface Sending {
  readonly on: string;
  readonly at: number;
}

async function addsTo(db: ReadDb, row: HeldPaper): Promise<string | null> {
  if (row.supplementsId === null) return null;
  const [first] = await db.select({ reference: paper.reference }).from(paper).where(eq(paper.id, row.supplementsId));
  return first?.reference ?? null;
}

/** Takes of what was prepared only what is given: from here on nothing that is withheld is at hand. */
async function issueOf(db: ReadDb, issuable: Issuable, { on, at }: Sending): Promise<PaperIssue> {
  const { row, records, removed } = issuable;
  const grounds = await groundsByCode(db);
  const [held] = await db
    .select({ number: investigation.number, en: unit.nameEn, fr: unit.nameFr, code: unit.code })
    .from(investigation)
    .innerJoin(unit, eq(unit.id, investigation.unitId))
    .where(eq(investigation.id, row.investigationId));
  const { number, code, en, fr } = must(held, 'dispatch has found the file in scope');
  const used = new Set(records.map(({ ground }) => ground));
  return {
    kind: row.kind,
    reference: row.reference,
    addsTo: await addsTo(db, row),
    recipient: row.recipient,
    fileNumber: number,
    unit: { en: `${code} - ${en}`, fr: `${code} - ${fr}` },
    requestedOn: row.requestedOn,
    issuedOn: on,
    issuedAt: at,
    namesIncluded: row.namesIncluded,
    marking: await getSetting(db, 'marking'),
    isFictitious: (await getSetting(db, 'workspace')).demonstration,
    records: records.flatMap((each) => releaseRecord(each, grounds) ?? []),
    index: records.map((each) => indexLine(each, grounds)),
    removed,
    grounds: [...grounds.values()].filter((each) => used.has(each.code)),
    contents: contentsOf(issuable),
  };
}

async function filesOf(context: ActionContext, issuable: Issuable, sending: Sending): Promise<readonly BuiltFile[]> {
  const { read } = context;
  const print = printerOf(context.print);
  const issue = await issueOf(read, issuable, sending);
  const key = await getSetting(read, 'signingKey');
  return buildPaper(issue, issuable.row.languages as PaperLanguages, { print, key });
}

function requireIssuable({ records, removed, ...rest }: Prepared, seen: string): void {
  if (contentsOf({ records, removed, ...rest }) !== seen) throw new StoreFailure('conflict', 'version_conflict');
  if (records.length === 0 && removed.length === 0) throw new StoreFailure('conflict', 'paper_empty');
  if (records.some(({ isStale }) => isStale)) throw new StoreFailure('conflict', 'paper_decision_stale');
}

/** Keeps what was given and what was withheld: ids, states and digests, and nothing of what the records say. */
async function freeze(
  tx: WriteTx,
  { row, records, removed }: Prepared,
  issued: { readonly on: CivilDate; readonly at: number; readonly by: string; readonly files: readonly PaperFile[] },
): Promise<void> {
  const grounds = await groundsByCode(tx);
  const { id: paperId, investigationId, unitId } = row;
  for (const each of records) {
    const { record, number, digest, treatment, ground } = each;
    await tx.insert(paperRecord).values({
      paperId,
      investigationId,
      unitId,
      number,
      digest,
      treatment,
      ground,
      recordKey: record.key,
      section: record.section,
      on: indexLine(each, grounds).on,
      recordVersion: record.version,
    });
  }
  await tx
    .update(paper)
    .set({
      issuedOn: issued.on,
      issuedAt: issued.at,
      issuedBy: issued.by,
      files: issued.files,
      contents: contentsOf({ row, records, removed }),
      removed,
      version: row.version + 1,
    })
    .where(eq(paper.id, paperId));
}

const folderOf = ({ reference, kind }: HeldPaper): string => fileNamePart(reference) || kind;

export const paperActions: Handlers = {
  'papers.issue': async (context, { investigationId, paperId, version, contents, on, folder }) => {
    const parent = context.path(folder);
    const named: Named = { paperId, investigationId };
    const { beganOn } = await heldDraft(context.read, { ...named, version });
    requireBetween({ step: 'draft', on: beganOn }, on, context.clock.today(), 'on');
    const seen = await preparePaper(context.read, named);
    requireIssuable(seen, contents);
    const sending = { on, at: context.clock.now() };
    const files = await filesOf(context, seen, sending);
    const described = files.map(describeFile);
    // Frozen with the fact: what could not be written can be exported again.
    const freezing = async (tx: WriteTx): Promise<AuditFact> => {
      // Nothing else can write meanwhile; the reading connection shows what was last committed, within the session's scope.
      await heldDraft(context.read, { ...named, version });
      const prepared = await preparePaper(context.read, named);
      requireIssuable(prepared, contents);
      await freeze(tx, prepared, { ...sending, by: context.session.user.id, files: described });
      const withheld = prepared.records.filter(({ treatment }) => treatment !== 'included').length;
      return {
        subject: { kind: 'paper', id: paperId },
        facts: { investigationId, on, contents, records: prepared.records.length, withheld },
        changes: [{ field: 'files', before: null, after: described }],
      };
    };
    return { folderName: await leaveAsFolder(context, { parent, name: folderOf(seen.row), files, fact: freezing }) };
  },

  'papers.export': async (context, { investigationId, paperId, folder }) => {
    const parent = context.path(folder);
    const named: Named = { paperId, investigationId };
    const row = await heldPaper(context.read, named);
    const issued = await prepareIssued(context.read, named);
    const sending = {
      on: must(row.issuedOn, 'an issued paper has its day'),
      at: must(row.issuedAt, 'an issued paper has its moment'),
    };
    const files = await filesOf(context, issued, sending);
    const folderName = await leaveAsFolder(context, {
      parent,
      name: folderOf(row),
      files,
      fact: {
        subject: { kind: 'paper', id: paperId },
        facts: { investigationId, files: files.length },
        changes: [{ field: 'files', before: row.files, after: files.map(describeFile) }],
      },
    });
    return { folderName };
  },
};
