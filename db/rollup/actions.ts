import type { PackId } from '#contract/ids';
import { must } from '../kernel/assert.ts';
import { StoreFailure } from '../kernel/failure.ts';
import { importPack } from '../packs/importPack.ts';
import { receivedReturn } from '../schema/coordination/packs.ts';
import type { ActionHandler, WriteTx } from '../store/types.ts';
import { findSources } from './find.ts';
import { judge } from './judge.ts';
import { readSource, type ReadSource } from './read.ts';

type Handlers = { readonly [M in 'rollup.inspect' | 'rollup.import']: ActionHandler<M> };

/** Judged where nothing else can write: what was true when it was inspected may not be so now. */
async function requireAcceptable(tx: WriteTx, source: ReadSource, confirmed: string | undefined): Promise<boolean> {
  const { verdict, problems, fingerprint } = await judge(tx, source);
  if (verdict === 'refused') {
    const fields = problems.map(({ code, file }) => ({ path: file ?? source.place.kind, code }));
    throw new StoreFailure('corrupt', 'rollup_refused', fields);
  }
  if (verdict === 'held') throw new StoreFailure('conflict', 'rollup_held');
  if (verdict === 'key_unconfirmed' && confirmed !== fingerprint)
    throw new StoreFailure('forbidden', 'rollup_key_not_confirmed');
  return verdict === 'key_unconfirmed';
}

async function keepReturn(tx: WriteTx, id: PackId, { received, pack }: ReadSource): Promise<void> {
  if (!received || !pack) return;
  const { recipient, ...facts } = received;
  await tx.insert(receivedReturn).values({
    packId: id,
    agreementCode: pack.payload.workspace.name,
    recipientEn: recipient.en,
    recipientFr: recipient.fr,
    ...facts,
  });
}

export const rollupActions: Handlers = {
  'rollup.inspect': async (context, { place }) => {
    const found = [];
    for (const each of findSources(context.path(place))) found.push(await judge(context.read, readSource(each)));
    return { found };
  },

  'rollup.import': async (context, { place, name, confirmFingerprint }) => {
    const chosen = findSources(context.path(place)).find((each) => each.name === name);
    if (!chosen) throw new StoreFailure('not_found');
    const source = readSource(chosen);
    const id = context.newId() as PackId;
    return context.transact(async (tx) => {
      const confirmsKey = await requireAcceptable(tx, source, confirmFingerprint);
      const verified = must(source.pack, 'what is acceptable was verified');
      const counts = await importPack(tx, context, id, verified, confirmsKey);
      await keepReturn(tx, id, source);
      const { kind, sha256, fingerprint } = verified;
      return {
        output: { id, ...counts },
        audit: {
          subject: { kind: 'pack', id },
          facts: { kind, sha256, fingerprint, keyConfirmedNow: confirmsKey, ...counts },
        },
      };
    });
  },
};
