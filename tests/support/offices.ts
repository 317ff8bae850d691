import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure } from '#contract/ground/codes';
import type { Month, Quarter } from '#contract/ground/dates';
import type { PackCell } from '../../db/reporting/packs/format.ts';
import { createCoordination, newSender, quarterTwo, wholeCells, type Coordination, type Sender } from './packs.ts';
import { writeTexts } from './returnTexts.ts';

/** An agreement's office, seen from outside: a coordination workspace of its own that signs returns. */
export interface Office {
  readonly coordination: Coordination;
  /** Of its agreement. */
  readonly code: string;
  readonly fingerprint: string;
  readonly agreementId: string;
  /** Locks and exports the quarter's return, or another version of it in which a word has changed; gives its folder. */
  readonly send: (quarter?: Quarter, restate?: boolean) => Promise<string>;
  /** Lets time pass: every office's clock begins at the same moment. */
  readonly wait: (milliseconds: number) => void;
  readonly dispose: () => void;
}

type Change = (month: Month, measure: Measure) => number | null | undefined;

const firstMonth = '2026-01' as Month;

export function monthsOf(sender: Sender, last: string, change: Change = () => undefined): PackCell[] {
  return wholeCells(sender.unitId, firstMonth, last as Month, change);
}

/** An office that has received the packs of its units; `change` says what is not usual in whose. */
export async function createOffice(
  senders: readonly Sender[],
  change: Readonly<Record<string, Change>> = {},
  code = 'AG-1',
): Promise<Office> {
  const coordination = await createCoordination();
  const { test, receive, agreementFor } = coordination;
  for (const sender of senders) await receive(sender, quarterTwo, 10, monthsOf(sender, '2026-09', change[sender.code]));
  const agreementId = await agreementFor(senders);
  await renameAgreement(coordination, agreementId, code);
  const outbox = join(test.parent, 'outbox');
  mkdirSync(outbox);
  let sequence = 0;
  let fingerprint = '';
  const send: Office['send'] = async (quarter = quarterTwo, restate = false) => {
    sequence += 1;
    await writeTexts(test, agreementId, quarter, sequence);
    const which = { agreementId: agreementId as never, quarter, restate, jobId: randomUUID() };
    const { contentHash } = await test.call('returns.prepare', which);
    const { id } = await test.call('returns.lock', { ...which, contentHash });
    const exported = await test.call('returns.export', { returnId: id, folder: test.grant(outbox) });
    fingerprint = exported.fingerprint;
    return join(outbox, exported.folderName);
  };
  return {
    coordination,
    code,
    get fingerprint() {
      return fingerprint;
    },
    agreementId,
    send,
    wait: (milliseconds) => {
      for (let passed = 0; passed < milliseconds; passed += 1) test.store.options.clock.now();
    },
    dispose: test.dispose,
  };
}

async function renameAgreement({ test }: Coordination, id: string, code: string): Promise<void> {
  const { agreements } = await test.call('agreements.list', {});
  const held = agreements.find((each) => each.id === id);
  if (held) await test.call('agreements.save', { ...held, code });
}

/** A folder as it would arrive: a copy that may be tampered with. */
export function copyOf(folder: string, into: string, name: string): string {
  const target = join(into, name);
  cpSync(folder, target, { recursive: true });
  return target;
}

export const newSenders = (...codes: readonly string[]): readonly Sender[] => codes.map((code) => newSender(code));
