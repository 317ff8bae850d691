import { and, asc, desc, eq, gte, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { Quarter } from '#contract/ground/dates';
import type { Period } from '#contract/ground/period';
import type { PackId } from '#contract/ground/ids';
import { returnContent, type AgreementFigure } from '#contract/reporting/returns';
import { heldFunding } from '../funding/held.ts';
import { fundedDuring } from '../agreements/fundedDuring.ts';
import { agreement, agreementUnit } from '../../ground/schema/coordination/agreements.ts';
import { pack, receivedReturn } from '../../ground/schema/coordination/packs.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import {
  figuresOfAbsent,
  figuresOfRegisters,
  figuresOfReturn,
  onceEach,
  type AgreementOfUnits,
  type NamedAgreement,
  type ReceivedContent,
} from './agreementFigures.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

/** A document is large: its panel and its ledger are not read for this. */
const document = z.object({
  content: returnContent.pick({ agreement: true, framework: true, values: true, agreementFigures: true }),
});

interface Received {
  readonly packId: string;
  readonly document: string;
}

const contentOf = (received: Received): ReceivedContent => document.parse(JSON.parse(received.document)).content;

function receivedFor(db: ReadDb, quarter: Quarter): Promise<Received[]> {
  return db
    .select({ packId: receivedReturn.packId, document: receivedReturn.document })
    .from(receivedReturn)
    .innerJoin(pack, eq(pack.id, receivedReturn.packId))
    .where(and(isOfQuarter(pack, quarter), eq(pack.superseded, false)))
    .orderBy(asc(pack.exportedAt), asc(pack.id));
}

/** Of agreements from which some return came and none of this quarter, although they run in it. */
async function absent(
  db: ReadDb,
  present: ReadonlySet<string>,
  { firstDay, lastDay }: Period,
): Promise<AgreementFigure[][]> {
  const rows = await db
    .select({ packId: pack.id, sender: pack.workspaceId })
    .from(pack)
    .where(eq(pack.kind, 'return'))
    .orderBy(desc(pack.fiscalYear), desc(pack.quarter), desc(pack.exportedAt));
  const seen = new Set(present);
  const found: AgreementFigure[][] = [];
  for (const { packId, sender } of rows) {
    if (seen.has(sender)) continue;
    seen.add(sender);
    const [row] = await db.select().from(receivedReturn).where(eq(receivedReturn.packId, packId));
    if (!row) continue;
    const { agreement: own } = contentOf(row);
    const named = { agreementId: own.id, agreementCode: own.code, recipient: own.recipient };
    if (own.startsOn <= lastDay && own.endsOn >= firstDay) found.push([...figuresOfAbsent(named)]);
  }
  return found;
}

async function ownAgreements(db: ReadDb, { firstDay, lastDay }: Period): Promise<NamedAgreement[]> {
  const rows = await db
    .select()
    .from(agreement)
    .where(and(lte(agreement.startsOn, lastDay), gte(agreement.endsOn, firstDay)))
    .orderBy(asc(agreement.code));
  return rows.map(({ id, code, recipientEn, recipientFr }) => ({
    agreementId: id,
    agreementCode: code,
    recipient: { en: recipientEn, fr: recipientFr },
  }));
}

async function ownFigures(db: ReadDb, period: Period): Promise<AgreementFigure[][]> {
  const found: AgreementFigure[][] = [];
  for (const named of await ownAgreements(db, period)) {
    const held = await heldFunding(db, named.agreementId, period.quarter);
    found.push([...figuresOfRegisters(named, held, period)]);
  }
  return found;
}

/** Every agreement kept here that runs in the quarter, with the units that it funds on any day of it. */
export async function agreementsOfUnits(db: ReadDb, period: Period): Promise<AgreementOfUnits[]> {
  const rows = await db
    .select({ agreementId: agreementUnit.agreementId, unitId: agreementUnit.unitId })
    .from(agreementUnit)
    .where(fundedDuring(period));
  return (await ownAgreements(db, period)).map((named) => ({
    named,
    unitIds: new Set(rows.filter((row) => row.agreementId === named.agreementId).map(({ unitId }) => unitId)),
  }));
}

/** What every agreement known here reports of itself: from its registers where they are kept here, otherwise from the return received of it. */
export async function agreementFiguresOf(db: ReadDb, period: Period): Promise<AgreementFigure[]> {
  const received = await receivedFor(db, period.quarter);
  const contents = received.map((each) => ({ packId: each.packId as PackId, content: contentOf(each) }));
  const present = new Set<string>(contents.map(({ content }) => content.agreement.id));
  const said = contents.map(({ content, packId }) => figuresOfReturn(content, packId));
  return onceEach([...(await absent(db, present, period)), ...said, ...(await ownFigures(db, period))]);
}
