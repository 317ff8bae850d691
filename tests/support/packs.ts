import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Month, type Quarter, quarterMonths } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { ReturnContent } from '#contract/reporting/returns';
import type { PackCell } from '../../db/reporting/packs/format.ts';
import { assembleContent } from '../../db/reporting/returns/assemble.ts';
import { packText, payloadFor, wholeCells, type Sender } from './signedPacks.ts';
import { administrator, createTestStore, engine, type TestStore } from './store.ts';

// A pack alone needs no store; who tests one with a store finds both here.
export {
  newKey,
  newSender,
  packText,
  payloadFor,
  quarterOne,
  quarterThree,
  quarterTwo,
  usualStock,
  wholeCells,
  type Sender,
} from './signedPacks.ts';

export interface Coordination {
  readonly test: TestStore;
  readonly write: (text: string | Uint8Array) => string;
  /** Signs, writes and imports a pack, its key confirmed. */
  readonly receive: (
    sender: Sender,
    quarter: Quarter,
    exportedAt: number,
    panel?: PackCell[],
  ) => Promise<{ id: string; values: number; unitsAdded: number }>;
  readonly agreementFor: (units: readonly Sender[], asksBacklogAvoided?: boolean) => Promise<string>;
}

/** A coordination workspace with its coordinator signed in: a new one, or that of an administrator who is. */
export async function createCoordination(on?: TestStore): Promise<Coordination> {
  const made = on ?? (await createTestStore('coordination'));
  await made.call('users.create', {
    login: 'coordinator',
    displayName: 'Coordinator',
    roles: ['coordinator'],
    unitIds: [],
    passphrase: administrator.passphrase,
  });
  await made.signInAs('coordinator');
  return coordinationIn(on ?? (await engine.place(made)));
}

/** A coordination workspace whose coordinator is signed in. */
export function coordinationIn(test: TestStore): Coordination {
  const inbox = join(test.parent, 'inbox');
  mkdirSync(inbox, { recursive: true });
  const write: Coordination['write'] = (text) => {
    const path = join(inbox, `${randomUUID()}.vigiepack`);
    writeFileSync(path, text);
    return path;
  };
  let agreements = 0;
  return {
    test,
    write,
    receive: async (sender, quarter, exportedAt, panel) => {
      const last = quarterMonths(quarter)[2];
      const cells = panel ?? wholeCells(sender.unitId, '2025-04' as Month, last);
      const path = write(packText(payloadFor(sender, quarter, exportedAt, cells), sender.key));
      return test.call('packs.import', {
        file: test.grant(path),
        confirmFingerprint: sender.fingerprint,
      });
    },
    agreementFor: async (units, asksBacklogAvoided = false) => {
      agreements += 1;
      const { id } = await test.call('agreements.save', {
        code: `AG-${agreements}`,
        recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
        programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
        signaturePlannedOn: null,
        signedOn: null,
        startsOn: '2025-04-01',
        endsOn: '2028-03-31',
        languages: ['en', 'fr'],
        asksBacklogAvoided,
        units: units.map(({ unitId }) => ({ unitId, from: '2025-04-01', to: null })),
      });
      return id;
    },
  };
}

/** What a return says but for its estimate, which takes most of the time that preparing one does. */
export function contentOf({ store }: TestStore, agreementId: string, quarter: Quarter): Promise<ReturnContent> {
  const { read } = store.requireUnlocked();
  return assembleContent(read, agreementId as AgreementId, quarter, () => Promise.resolve(null));
}
