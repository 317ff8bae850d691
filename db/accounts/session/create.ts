import type { ActionName, Output, ParsedInput } from '#contract/index';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { user } from '../../ground/schema/common/people.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { newSlot, type NewSlot } from '../../store/keySlots.ts';
import { iterationsOf, putSlots } from '../../store/keyWork.ts';
import { requireStrong } from '../../store/passphrase.ts';
import type { Store } from '../../store/store.ts';
import type { ActionContext } from '../../store/types.ts';
import { grantOrAsk } from '../people/writes.ts';

/** Actions on keys and sessions reach the store itself, which no feature may. */
export type StoreAction<M extends ActionName> = (
  context: ActionContext,
  input: ParsedInput<M>,
  store: Store,
) => Promise<Output<M>>;

type NewUser = ParsedInput<'users.create'>;
interface Account {
  readonly id: ReturnType<ActionContext['newId']>;
  readonly input: NewUser;
  readonly slot: NewSlot;
  /** Of its fields among those of the input. */
  readonly path: string;
}

async function accountOf(input: NewUser, path: string, { newId }: ActionContext, store: Store): Promise<Account> {
  const { login, displayName, passphrase } = input;
  await requireStrong(store, `${path}passphrase`, passphrase, [login, displayName]);
  const id = newId();
  return {
    id,
    input,
    path,
    slot: await newSlot({ owner: id, login, passphrase, iterations: iterationsOf(store.options) }),
  };
}

/** Logins are compared as sign-in compares them. */
async function requireFreeLogin(tx: WriteTx, { input, path }: Account): Promise<void> {
  const wanted = input.login.trim().toLowerCase();
  const logins = (await tx.select({ login: user.login }).from(user)).map((each) => each.login.trim().toLowerCase());
  if (logins.includes(wanted)) throw new StoreFailure('conflict', 'login_taken', `${path}login`);
}

/** Returns whether its rights wait for a second person. */
async function insertAccount(tx: WriteTx, account: Account, context: ActionContext): Promise<boolean> {
  await requireFreeLogin(tx, account);
  const { id, input } = account;
  await tx.insert(user).values({ id, ...pick(input, 'login', 'displayName'), passphraseBy: 'creator' });
  return grantOrAsk(tx, { userId: id, version: 1, before: [], rights: input }, context);
}

const told = ({ input }: Account) => pick(input, 'login', 'displayName', 'roles', 'agreementIds');

export const createActions: { readonly [M in 'users.create' | 'users.createMany']: StoreAction<M> } = {
  'users.create': async (context, input, store) => {
    const account = await accountOf(input, '', context, store);
    const { id } = account;
    return putSlots(store, 'users.create', [account.slot], async (tx) => {
      const awaitsApproval = await insertAccount(tx, account, context);
      return {
        output: { id, awaitsApproval },
        audit: {
          subject: { kind: 'user', id },
          facts: { awaitsApproval },
          changes: [{ field: 'user', before: null, after: told(account) }],
        },
      };
    });
  },

  'users.createMany': async (context, { people }, store) => {
    const accounts = await Promise.all(
      people.map((input, index) => accountOf(input, `people.${String(index)}.`, context, store)),
    );
    const slots = accounts.map(({ slot }) => slot);
    return putSlots(store, 'users.createMany', slots, async (tx) => {
      let awaitApproval = 0;
      for (const account of accounts) awaitApproval += Number(await insertAccount(tx, account, context));
      return {
        output: { awaitApproval },
        audit: {
          facts: { users: accounts.length, awaitApproval },
          changes: accounts.map((account) => ({ field: `user ${account.id}`, before: null, after: told(account) })),
        },
      };
    });
  },
};
