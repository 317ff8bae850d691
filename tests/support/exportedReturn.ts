import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import type { ReturnContent } from '#contract/reporting/returns';
import { coordinationIn, createCoordination, newSender, quarterTwo, wholeCells, type Coordination } from './packs.ts';
import { writeTexts } from './returnTexts.ts';
import { copyOf, createTestStore, engine } from './store.ts';

export interface ExportedReturn {
  readonly coordination: Coordination;
  readonly content: ReturnContent;
  readonly locked: Output<'returns.lock'>;
  readonly exported: Output<'returns.export'>;
  readonly outbox: string;
  readonly folder: string;
  readonly exportAgain: () => Promise<Output<'returns.export'>>;
}

let built: Promise<ExportedReturn> | undefined;

/** A locked and exported return of two units with more than six years of months, funded since 2023; one of them cannot give its charges. All are copies of one. */
export async function createExportedReturn(): Promise<ExportedReturn> {
  built ??= build();
  const original = await built;
  const copy = copyOf(original.coordination.test);
  await copy.signInAs('coordinator');
  const coordination = coordinationIn(await engine.place(copy));
  const { test } = coordination;
  const outbox = join(test.parent, 'outbox');
  const { content, locked, exported } = original;
  const exportAgain = () => test.call('returns.export', { returnId: locked.id, folder: test.grant(outbox) });
  const folder = join(outbox, exported.folderName);
  return { coordination, content, locked, exported, outbox, folder, exportAgain };
}

async function build(): Promise<ExportedReturn> {
  const made = await exportReturn(await createCoordination(await createTestStore('coordination')));
  const { test } = made.coordination;
  test.store.close();
  process.once('exit', test.dispose);
  return made;
}

/** The same in a coordination workspace that is there already, its administrator or coordinator signed in. */
export async function exportReturn(
  coordination: Coordination,
  firstMonth = '2020-01' as Month,
): Promise<ExportedReturn> {
  const { test, receive, agreementFor } = coordination;
  const senders = [newSender('U01'), newSender('U02')];
  for (const [position, sender] of senders.entries()) {
    const cells = wholeCells(sender.unitId, firstMonth, '2026-09' as Month, (month, measure: Measure) => {
      if (measure === 'fte_funded') return month < '2023-04' ? 0 : 2.5;
      if (measure === 'charges_laid' && position === 1 && month === '2026-08') return null;
      if (measure === 'received') return 26 + (Number(month.slice(5)) % 5);
      return undefined;
    });
    await receive(sender, quarterTwo, 10 + position, cells);
  }
  const agreementId = await agreementFor(senders, true);
  await writeTexts(test, agreementId, quarterTwo);
  const which = { agreementId: agreementId as never, quarter: quarterTwo };
  const text = { en: 'More referrals came in July.', fr: 'Plus de signalements sont arrivés en juillet.' };
  await test.call('returns.explain', { ...which, code: 'R1', unitCode: 'U01', text, version: null });
  const jobId = randomUUID();
  const { content, contentHash } = await test.call('returns.prepare', { agreementId, quarter: quarterTwo, jobId });
  const locked = await test.call('returns.lock', { agreementId, quarter: quarterTwo, contentHash, jobId });
  const outbox = join(test.parent, 'outbox');
  mkdirSync(outbox);
  const exportAgain = () => test.call('returns.export', { returnId: locked.id, folder: test.grant(outbox) });
  const exported = await exportAgain();
  return { coordination, content, locked, exported, outbox, folder: join(outbox, exported.folderName), exportAgain };
}
