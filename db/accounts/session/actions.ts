import { eq } from 'drizzle-orm';
import type { ActionName, Output, ParsedInput } from '#contract/index';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { grantOrAsk } from '../people/writes.ts';
import { requireAdministratorLeft } from '../../store/rights/rules.ts';
import { user } from '../../ground/schema/common/people.ts';
import { createWorkspace } from '../../store/createWorkspace.ts';
import { readKeys, writeKeys } from '../../store/keysFile.ts';
import { createSlot, isLoginOf, openSlot } from '../../store/keySlots.ts';
import { forgetSlot } from '../../store/backups/slots.ts';
import { activeAdministrators } from '../../store/rights/administrators.ts';
import { recover } from '../../store/recover.ts';
import { rotateKey } from '../../store/rotate.ts';
import { openFolder, signIn } from '../../store/signIn.ts';
import type { Store } from '../../store/store.ts';
import type { ActionContext } from '../../store/types.ts';

/** Main tells the store this token's path before it asks for the demonstration. */
const demonstrationGrant = '00000000-0000-4000-8000-000000000001';

/** Actions on keys and sessions reach the store itself, which no feature may. */
type StoreAction<M extends ActionName> = (
  context: ActionContext,
  input: ParsedInput<M>,
  store: Store,
) => Promise<Output<M>>;
type Handlers = {
  readonly [
    M in
      | 'workspace.create'
      | 'demonstration.prepare'
      | 'session.signIn'
      | 'session.recover'
      | 'session.changePassphrase'
      | 'users.create'
      | 'users.disable'
  ]: StoreAction<M>;
};

function iterationsOf(store: Store): { readonly iterations?: number } {
  return store.options.iterations === undefined ? {} : { iterations: store.options.iterations };
}

export const sessionActions: Handlers = {
  'workspace.create': async (context, { parent, ...wanted }, store) => {
    const { folder, recoveryKey } = await createWorkspace(store.options, { ...wanted, parent: context.path(parent) });
    openFolder(store, folder);
    return { recoveryKey, session: await signIn(store, wanted.login, wanted.passphrase) };
  },

  'demonstration.prepare': async (context, { jobId }, store) => {
    const { prepareDemonstration } = store.options;
    if (!prepareDemonstration) throw new StoreFailure('not_found');
    return { folders: [...(await prepareDemonstration(context.path(demonstrationGrant), context.job(jobId)))] };
  },

  'session.signIn': (_context, input, store) => {
    store.olderReason = input.olderReason ?? null;
    return signIn(store, input.login, input.passphrase);
  },

  'session.recover': (_context, input, store) => {
    store.olderReason = input.olderReason ?? null;
    return recover(store, input);
  },

  'session.changePassphrase': async (context, input, store) => {
    const folder = store.requireFolder();
    const file = readKeys(folder);
    const { id, login } = context.session.user;
    const own = file.slots.find((slot) => slot.owner === id);
    if (!own) throw new StoreFailure('not_found');
    await openSlot(own, input.current);
    const slot = await createSlot(
      { owner: id, login, passphrase: input.next, ...iterationsOf(store) },
      store.requireUnlocked().key,
      file.generation,
    );
    writeKeys(folder, { ...file, slots: [...file.slots.filter((each) => each.owner !== id), slot] });
    await context.transact(() => Promise.resolve({ output: null, audit: { subject: { kind: 'user', id } } }));
    return {};
  },

  'users.create': async (context, input, store) => {
    const folder = store.requireFolder();
    if (readKeys(folder).slots.some((slot) => isLoginOf(slot, input.login))) {
      throw new StoreFailure('conflict', 'login_taken', [{ path: 'login', code: 'login_taken' }]);
    }
    const id = context.newId();
    const secret = { owner: id, login: input.login, passphrase: input.passphrase, ...iterationsOf(store) };
    const slot = await createSlot(secret, store.requireUnlocked().key, readKeys(folder).generation);
    return context.transact(async (tx) => {
      await tx.insert(user).values({ id, login: input.login, displayName: input.displayName });
      const awaitsApproval = await grantOrAsk(tx, id, input, context);
      // Last, so that a slot never exists for a user whose row was refused.
      const file = readKeys(folder);
      writeKeys(folder, { ...file, slots: [...file.slots, slot] });
      return {
        output: { id, awaitsApproval },
        audit: {
          subject: { kind: 'user', id },
          facts: { awaitsApproval },
          changes: [
            {
              field: 'user',
              before: null,
              after: {
                ...pick(input, 'login', 'displayName', 'roles', 'agreementIds'),
              },
            },
          ],
        },
      };
    });
  },

  'users.disable': async (context, { userId }, store) => {
    await context.backUp('before_key_change');
    await context.transact(async (tx) => {
      requireAdministratorLeft(await activeAdministrators(tx), userId, false);
      const changed = await tx
        .update(user)
        .set({ disabled: true })
        .where(eq(user.id, userId))
        .returning({ id: user.id });
      if (changed.length !== 1) throw new StoreFailure('not_found');
      return {
        output: null,
        audit: { subject: { kind: 'user', id: userId }, changes: [{ field: 'disabled', before: false, after: true }] },
      };
    });
    await rotateKey(store, userId);
    const notReached = await forgetSlot(store, userId);
    await context.backUp('after_key_change');
    return { notReached };
  },
};
