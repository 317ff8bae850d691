import { and, eq } from 'drizzle-orm';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { must } from '../../ground/kernel/assert.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { fingerprintOf, sha256 } from '../../ground/kernel/signing.ts';
import { agreement } from '../../ground/schema/coordination/agreements.ts';
import { annualReport, annualText } from '../../ground/schema/coordination/annual.ts';
import type { ParsedInput } from '#contract/index';
import type { AnnualText } from '#contract/reporting/annual';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { printerOf } from '../../documents/page/print.ts';
import { auditHead } from '../../store/audit/append.ts';
import { leaveAsFolder } from '../../store/leaveWorkspace.ts';
import { getSetting } from '../../store/settings.ts';
import type { ActionHandler, Context, ReadHandler, WriteHandler } from '../../store/types.ts';
import { contentHashOf } from '../returns/assemble.ts';
import { annualTexts, assembleAnnual, unexplainedIn, type Year } from './assemble.ts';
import { printedAnnual } from './document.ts';
import { annualFolder, buildAnnualFiles } from './files.ts';
import { findAnnual, type AnnualSnapshot } from './locked.ts';

/** The year as it would be locked now, after the version that is locked. */
function nextOf(db: ReadDb, year: Year, context: Pick<Context, 'session'>, before: AnnualSnapshot | null) {
  const supersedes = before && { sequence: before.locked.sequence, contentHash: before.locked.contentHash };
  return assembleAnnual(db, year, context, supersedes);
}

/** Whether two versions differ in nothing but what they supersede. */
async function saysTheSame(db: ReadDb, year: Year, context: Pick<Context, 'session'>, before: AnnualSnapshot) {
  const now = await assembleAnnual(db, year, context, before.content.supersedes);
  return contentHashOf(now) === before.locked.contentHash;
}

export const annualReads: { readonly 'annual.prepare': ReadHandler<'annual.prepare'> } = {
  'annual.prepare': async (db, year, context) => {
    const before = await findAnnual(db, year);
    const content = await nextOf(db, year, context, before);
    return {
      content,
      contentHash: contentHashOf(content),
      texts: await annualTexts(db, year),
      locked: before?.locked ?? null,
      isCurrent: before !== null && (await saysTheSame(db, year, context, before)),
      unexplained: unexplainedIn(content),
    };
  },
};

/** The text that is written over; undefined of a new one. A missing quarter has one reason. */
async function textBefore(
  tx: WriteTx,
  { id, version, kind, quarter, ...year }: ParsedInput<'annual.saveText'>,
): Promise<AnnualText | undefined> {
  const [known] = await tx.select({ id: agreement.id }).from(agreement).where(eq(agreement.id, year.agreementId));
  const own = (await annualTexts(tx, year)).filter((each) => each.kind === kind);
  const before = own.find((each) =>
    id === null ? kind === 'missing_quarter' && each.quarter === quarter : each.id === id,
  );
  if (!known || (id !== null && !before)) throw new StoreFailure('not_found');
  if ((before?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
  return before;
}

type Writes = 'annual.saveText' | 'annual.removeText';

export const annualWrites: { readonly [M in Writes]: WriteHandler<M> } = {
  'annual.saveText': async (tx, input, context) => {
    const before = await textBefore(tx, input);
    const { kind, quarter, text, agreementId, fiscalYear } = input;
    const row = {
      version: (before?.version ?? 0) + 1,
      ...{ agreementId, fiscalYear, kind, quarter: quarter ?? 0, textEn: text.en, textFr: text.fr },
      ...{ savedBy: context.session.user.id, savedAt: context.clock.now() },
    };
    const textId = before?.id ?? context.newId();
    if (before) await tx.update(annualText).set(row).where(eq(annualText.id, before.id));
    else await tx.insert(annualText).values({ id: textId, ...row });
    return {
      output: { id: textId, version: row.version },
      audit: {
        subject: { kind: 'agreement', id: agreementId },
        facts: { fiscalYear, text: kind, quarter: quarter ?? null },
        changes: [{ field: 'text', before: before?.text ?? null, after: text }],
      },
    };
  },

  'annual.removeText': async (tx, { id, version, agreementId, fiscalYear }) => {
    const before = (await annualTexts(tx, { agreementId, fiscalYear })).find((each) => each.id === id);
    if (!before) throw new StoreFailure('not_found');
    if (before.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await tx.delete(annualText).where(and(eq(annualText.id, id), eq(annualText.agreementId, agreementId)));
    return {
      output: {},
      audit: {
        subject: { kind: 'agreement', id: agreementId },
        facts: { fiscalYear, text: before.kind },
        changes: [{ field: 'text', before: before.text, after: null }],
      },
    };
  },
};

type Actions = 'annual.lock' | 'annual.export';

export const annualActions: { readonly [M in Actions]: ActionHandler<M> } = {
  'annual.lock': (context, { contentHash, ...year }) =>
    context.transact(async (tx) => {
      const before = await findAnnual(tx, year);
      const content = await nextOf(tx, year, context, before);
      if (contentHashOf(content) !== contentHash) throw new StoreFailure('conflict', 'version_conflict');
      if (content.quarters.every(({ locked }) => locked === null))
        throw new StoreFailure('conflict', 'return_not_locked');
      if (unexplainedIn(content).length > 0) throw new StoreFailure('conflict', 'quarter_without_reason');
      if (before && (await saysTheSame(tx, year, context, before)))
        throw new StoreFailure('conflict', 'return_unchanged');
      const locked = {
        id: context.newId(),
        ...year,
        sequence: (before?.locked.sequence ?? 0) + 1,
        lockedAt: context.clock.now(),
        auditHead: await auditHead(tx),
        contentHash,
      };
      const lockedBy = context.session.user;
      await tx.insert(annualReport).values({ ...locked, lockedBy: lockedBy.id, content: canonicalJson(content) });
      return {
        output: { ...locked, lockedBy: lockedBy.displayName },
        audit: {
          subject: { kind: 'agreement', id: year.agreementId },
          facts: { fiscalYear: year.fiscalYear, sequence: locked.sequence, contentHash },
        },
      };
    }),

  'annual.export': async (context, { folder, separator, ...year }) => {
    const parent = context.path(folder);
    const snapshot = await findAnnual(context.read, year);
    if (!snapshot) throw new StoreFailure('conflict', 'return_not_locked');
    if (contentHashOf(snapshot.stored) !== snapshot.locked.contentHash)
      throw new StoreFailure('corrupt', 'return_tampered');
    const key = await getSetting(context.read, 'signingKey');
    const pdf = context.print && (await printerOf(context.print)(printedAnnual(snapshot), snapshot.locked.lockedAt));
    const files = await buildAnnualFiles(snapshot, key, { separator, pdf });
    const described = files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) }));
    const manifest = must(described.at(-1), 'an export ends with its manifest').sha256;
    const name = await leaveAsFolder(context, {
      ...{ parent, name: annualFolder(snapshot), files },
      fact: {
        subject: { kind: 'agreement', id: year.agreementId },
        facts: { fiscalYear: year.fiscalYear, sequence: snapshot.locked.sequence, files: files.length, manifest },
      },
    });
    return { folderName: name, files: described, fingerprint: fingerprintOf(key.publicKey) };
  },
};
