import { eq } from 'drizzle-orm';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { decidingRoles } from '#contract/ground/codes';
import { createActions, type StoreAction } from './create.ts';
import { approve, disableUser } from './decide.ts';
import { replaceRecoveryKey } from './recoveryKey.ts';
import { askSecond } from '../people/waiting.ts';
import { rightsOf } from '../people/writes.ts';
import { awaitConfirmation } from '../../store/rights/confirmations.ts';
import { requireAdministratorLeft } from '../../store/rights/rules.ts';
import { user } from '../../ground/schema/common/people.ts';
import { createWorkspace } from '../../store/createWorkspace.ts';
import { confirmClock } from '../../store/clockDoubt.ts';
import { becomeOriginal } from '../../store/home.ts';
import { confirmMove } from '../../store/move/begin.ts';
import { makeMove } from '../../store/move/move.ts';
import { keepSeen } from '../../store/seen.ts';
import { newSlot } from '../../store/keySlots.ts';
import { iterationsOf, putSlots } from '../../store/keyWork.ts';
import { activeAdministrators } from '../../store/rights/administrators.ts';
import { judgePassphrase, requireStrong } from '../../store/passphrase.ts';
import { forgetFolder } from '../../store/otherHere.ts';
import { recover } from '../../store/recover.ts';
import { removeOwner } from '../../store/rotate.ts';
import { openFolder, provePassphrase, signIn } from '../../store/signIn.ts';
import { checkWhole } from '../../store/wholeness.ts';

/** Main tells the store this token's path before it asks for the demonstration. */
const demonstrationGrant = '00000000-0000-4000-8000-000000000001';

type Handlers = {
  readonly [
    M in
      | 'workspace.create'
      | 'demonstration.prepare'
      | 'session.signIn'
      | 'session.recover'
      | 'session.changePassphrase'
      | 'recoveryKey.replace'
      | 'passphrase.strength'
      | 'workspace.check'
      | 'clock.confirm'
      | 'workspace.original'
      | 'workspace.move'
      | 'workspace.confirmMove'
      | 'workspace.cancelMove'
      | 'users.create'
      | 'users.createMany'
      | 'users.disable'
      | 'users.resetPassphrase'
      | 'users.approve'
  ]: StoreAction<M>;
};

export const sessionActions: Handlers = {
  'workspace.create': async (context, { parent, ...wanted }, store) => {
    await requireStrong(store, 'passphrase', wanted.passphrase, [wanted.name, wanted.login, wanted.displayName]);
    const { folder, recoveryKey } = await createWorkspace(store.options, { ...wanted, parent: context.path(parent) });
    // Whatever lay there before: this one was made just now.
    forgetFolder(store.options, folder);
    openFolder(store, folder);
    return { recoveryKey, session: await signIn(store, wanted.login, wanted.passphrase) };
  },

  'demonstration.prepare': async (context, { jobId, again = false }, store) => {
    const { prepareDemonstration } = store.options;
    if (!prepareDemonstration) throw new StoreFailure('not_found');
    const folder = context.path(demonstrationGrant);
    return { folders: [...(await prepareDemonstration(folder, context.job(jobId), again))] };
  },

  'session.signIn': (_context, input, store) => {
    store.olderReason = input.olderReason ?? null;
    store.otherReason = input.otherReason ?? null;
    store.placeAnswer = input.place ?? null;
    return signIn(store, input.login, input.passphrase);
  },

  'session.recover': async (_context, input, store) => {
    await requireStrong(store, 'newPassphrase', input.newPassphrase, [input.login]);
    store.olderReason = input.olderReason ?? null;
    store.otherReason = input.otherReason ?? null;
    store.placeAnswer = input.place ?? null;
    return recover(store, input);
  },

  'workspace.check': async (context, _input, store) => {
    const found = await checkWhole(store);
    await context.transact(() => Promise.resolve({ output: null, audit: { facts: { pages: found.pages } } }));
    return found;
  },

  'clock.confirm': async (_context, _input, store) => {
    await confirmClock(store);
    return {};
  },

  'workspace.original': async (_context, { reason }, store) => {
    await becomeOriginal(store, reason);
    if (store.server) return {};
    keepSeen(store);
    await store.options.handlers.afterSignIn(store);
    return {};
  },

  'workspace.move': async (context, { jobId, server, account, parent, name }, store) => {
    if (context.session.workspace.demonstration) throw new StoreFailure('forbidden', 'move_demonstration');
    const to = { server, account, parent: context.path(parent), name };
    if (store.moving) throw new StoreFailure('conflict', 'move_waits');
    // That it was begun is in both, whatever becomes of it.
    const fact = { facts: { to: store.server ? 'folder' : 'server' } };
    await context.transact(() => Promise.resolve({ output: null, audit: fact }));
    return makeMove(store, to, context.job(jobId));
  },

  'workspace.confirmMove': (_context, _input, store) => confirmMove(store),

  'workspace.cancelMove': async (_context, _input, store) => {
    await store.moving?.drop();
    return {};
  },

  'passphrase.strength': (_context, { passphrase, about }, { options }) =>
    (options.judgePassphrase ?? judgePassphrase)(passphrase, about),

  'session.changePassphrase': async (context, input, store) => {
    const { id, login, displayName } = context.session.user;
    await requireStrong(store, 'next', input.next, [login, displayName, input.current]);
    await provePassphrase(store, context.session.user, input.current);
    const slot = await newSlot({ owner: id, login, passphrase: input.next, iterations: iterationsOf(store.options) });
    return putSlots(store, 'session.changePassphrase', [slot], async (tx) => {
      await tx.update(user).set({ passphraseBy: 'self' }).where(eq(user.id, id));
      return { output: {}, audit: { subject: { kind: 'user', id } } };
    });
  },

  'recoveryKey.replace': replaceRecoveryKey,

  ...createActions,

  'users.disable': async (context, { userId }, store) => {
    await context.backUp('before_key_change');
    const { awaitsApproval } = await context.transact(async (tx) => {
      const { roles } = await rightsOf(tx, userId);
      const subject = { kind: 'user', id: userId };
      if (!roles.includes('administrator'))
        return { output: { awaitsApproval: false }, audit: { subject, ...(await disableUser(tx, userId)) } };
      const [found] = await tx.select().from(user).where(eq(user.id, userId));
      if (!found || found.disabled) throw new StoreFailure('not_found');
      requireAdministratorLeft(await activeAdministrators(tx), userId, false);
      await askSecond(tx, { kind: 'disable', userId, version: null, roles: [], unitIds: [] }, context);
      return { output: { awaitsApproval: true }, audit: { subject, facts: { awaitsApproval: true } } };
    });
    const notReached = awaitsApproval ? [] : await removeOwner(store, userId);
    if (!awaitsApproval) await context.backUp('after_key_change');
    return { awaitsApproval, notReached };
  },

  'users.resetPassphrase': async (context, { userId, passphrase }, store) => {
    if (userId === context.session.user.id) throw new StoreFailure('conflict', 'state_not_allowed');
    const [found] = await context.read.select().from(user).where(eq(user.id, userId));
    if (!found || found.disabled) throw new StoreFailure('not_found');
    const { login, displayName } = found;
    await requireStrong(store, 'passphrase', passphrase, [login, displayName]);
    const slot = await newSlot({ owner: userId, login, passphrase, iterations: iterationsOf(store.options) });
    return putSlots(store, 'users.resetPassphrase', [slot], async (tx) => {
      await tx.update(user).set({ passphraseBy: 'reset' }).where(eq(user.id, userId));
      const { roles } = await rightsOf(tx, userId);
      // Who reset it could sign in first and change it: another person confirms that it reached its owner.
      if (decidingRoles.some((each) => roles.includes(each)))
        await awaitConfirmation(tx, { kind: 'recovery', userId, reason: null }, context);
      return { output: {}, audit: { subject: { kind: 'user', id: userId } } };
    });
  },

  'users.approve': approve,
};
