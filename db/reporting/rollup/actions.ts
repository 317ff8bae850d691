import type { PackId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { seesUnits } from '../agreements/seesUnits.ts';
import { must } from '../../ground/kernel/assert.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { acceptedFact, refuse, requireAccepted } from '../packs/accept.ts';
import { trustIn, type Trust } from '../packs/trust.ts';
import { importPack } from '../packs/importPack.ts';
import { receivedReturn } from '../../ground/schema/coordination/packs.ts';
import { getSetting } from '../../store/settings.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { droppedFile } from '../../documents/tables/dropped.ts';
import { filePlace, findSources, type Place } from './find.ts';
import { buildKit } from './kit/writeKit.ts';
import { asStandIn } from './standIn.ts';
import { judge, ofOthers, withTwins } from './judge.ts';
import { readSource, type ReadSource } from './read.ts';
import { periodOf } from '#contract/ground/period';

type Handlers = {
  readonly [M in 'rollup.inspect' | 'rollup.import' | 'rollup.refuse' | 'rollup.writeKit']: ActionHandler<M>;
};

/** Judged where nothing else can write: what was true when it was inspected may not be so now. */
async function requireAcceptable(
  tx: WriteTx,
  source: ReadSource,
  { confirmFingerprint, acceptUnsigned, accept }: ParsedInput<'rollup.import'>,
  now: number,
): Promise<Trust> {
  const { verdict, problems, fingerprint } = await judge(tx, source, now);
  if (verdict === 'refused') {
    const fields = problems.map(({ code, file }) => ({ path: file ?? source.place.kind, code }));
    throw new StoreFailure('corrupt', 'rollup_refused', fields);
  }
  if (verdict === 'held') throw new StoreFailure('conflict', 'rollup_held');
  if (verdict === 'unsigned' && !acceptUnsigned) throw new StoreFailure('forbidden', 'rollup_unsigned');
  const verified = must(source.pack, 'what is acceptable was verified');
  const trust = await trustIn(tx, verified, now);
  requireAccepted(trust, accept);
  if (verified.kind !== 'kit' && !trust.isConfirmed && confirmFingerprint !== fingerprint)
    throw new StoreFailure('forbidden', 'rollup_key_not_confirmed');
  return trust;
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

/** In a folder or file that was chosen, or a file that was dropped. */
function sourcesIn(context: ActionContext, grant: string): readonly Place[] {
  const dropped = droppedFile(context, grant);
  return dropped ? filePlace(dropped) : findSources(context.path(grant), context.readers);
}

/** What is not to be imported by who sees some agreements only: it covers units of others, or new ones. */
async function isOfOthers({ read, session }: ActionContext, { pack }: ReadSource): Promise<boolean> {
  return pack !== null && !(await seesUnits(read, session, pack.payload));
}

async function namedSource(
  context: ActionContext,
  { place, name }: Pick<ParsedInput<'rollup.import'>, 'place' | 'name'>,
): Promise<ReadSource> {
  const chosen = sourcesIn(context, place).find((each) => each.name === name);
  if (!chosen) throw new StoreFailure('not_found');
  const source = await asStandIn(context.read, await readSource(chosen, context.clock.now()));
  if (await isOfOthers(context, source)) throw new StoreFailure('forbidden', 'units_of_other_agreements');
  return source;
}

export const rollupActions: Handlers = {
  'rollup.inspect': async (context, { place }) => {
    const found = [];
    const now = context.clock.now();
    for (const each of sourcesIn(context, place)) {
      const source = await asStandIn(context.read, await readSource(each, now));
      const judged = await judge(context.read, source, now);
      found.push((await isOfOthers(context, source)) ? ofOthers(judged) : judged);
    }
    return { found: withTwins(found) };
  },

  'rollup.import': async (context, input) => {
    const source = await namedSource(context, input);
    const id = context.newId();
    return context.transact(async (tx) => {
      const trust = await requireAcceptable(tx, source, input, context.clock.now());
      const verified = must(source.pack, 'what is acceptable was verified');
      const counts = await importPack(tx, context, id, verified, trust);
      const keyConfirmedNow = verified.kind !== 'kit' && !trust.isConfirmed;
      const accepted = acceptedFact(trust, input.accept);
      await keepReturn(tx, id, source);
      const { kind, sha256, fingerprint } = verified;
      const formulas = source.remarks?.find(({ code }) => code === 'formulas')?.cells.length ?? 0;
      return {
        output: { id, ...counts },
        audit: {
          subject: { kind: 'pack', id },
          facts: {
            kind,
            sha256,
            fingerprint,
            keyConfirmedNow,
            ...(formulas > 0 && { formulas }),
            ...accepted.facts,
            ...counts,
          },
          changes: accepted.changes,
        },
      };
    });
  },

  'rollup.refuse': async (context, { reason, ...named }) => {
    const { pack: verified } = await namedSource(context, named);
    if (!verified) throw new StoreFailure('not_found');
    await context.transact(async (tx) => ({ output: null, audit: await refuse(tx, context, verified, reason) }));
    return {};
  },

  'rollup.writeKit': async (context, { file, quarter }) => {
    const path = context.path(file);
    const { demonstration } = await getSetting(context.read, 'workspace');
    const bytes = await buildKit({ quarter, demonstration, marking: await getSetting(context.read, 'marking') });
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: { subject: { kind: 'quarter', id: periodOf(quarter).id }, facts: { kit: true } },
    });
    return { bytes: bytes.byteLength };
  },
};
