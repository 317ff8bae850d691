import { and, eq } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { agreement } from '../../ground/schema/coordination/agreements.ts';
import { annualText } from '../../ground/schema/coordination/annual.ts';
import type { ParsedInput } from '#contract/index';
import type { AnnualText } from '#contract/reporting/annual';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { ReadHandler, WriteHandler } from '../../store/types.ts';
import { contentHashOf } from '../signedReport/document.ts';
import { unexplainedIn } from './assemble.ts';
import { findAnnual } from './locked.ts';
import { nextOf, saysTheSame } from './next.ts';
import { otherSources, sourceWrites } from './sources.ts';
import { annualTexts } from './texts.ts';

export const annualReads: { readonly 'annual.prepare': ReadHandler<'annual.prepare'> } = {
  'annual.prepare': async (db, year, context) => {
    const before = await findAnnual(db, year);
    const content = await nextOf(db, year, context, before);
    return {
      content,
      contentHash: contentHashOf(content),
      texts: await annualTexts(db, year),
      sources: await otherSources(db, year),
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
  // A reason stays with its quarter: moved to another, it would be the second of that one.
  const own = (await annualTexts(tx, year)).filter((each) => each.kind === kind && each.quarter === quarter);
  const before = own.find((each) => (id === null ? kind === 'missing_quarter' : each.id === id));
  if (!known || (id !== null && !before)) throw new StoreFailure('not_found');
  if ((before?.version ?? null) !== version) throw new StoreFailure('conflict', 'version_conflict');
  return before;
}

type Writes = 'annual.saveText' | 'annual.removeText' | keyof typeof sourceWrites;

export const annualWrites: { readonly [M in Writes]: WriteHandler<M> } = {
  ...sourceWrites,

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
