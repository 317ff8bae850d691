import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { draftPlace, draftValues } from '#contract/accounts/drafts';
import { formerActs } from '#contract/acts';
import { contract, type Input } from '#contract/index';
import { listName, savedView } from '#contract/casework/lists';
import { backupsFolder } from '../../../db/store/backups/files.ts';
import { kept, kinds, openCopy, readThen, type Kind } from '../../support/beforeRooms.ts';
import { logins, readNow } from '../../support/beforeRoomsReads.ts';
import type { TestStore } from '../../support/store.ts';
import { isWhole } from '../../support/whole.ts';

// What is said of an instant follows the computer's time zone: here it is that in which the workspaces were made.
beforeAll(() => {
  vi.stubEnv('TZ', 'UTC');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const opened: TestStore[] = [];
const open = (kind: Kind): TestStore => {
  const test = openCopy(kind);
  opened.push(test);
  return test;
};
afterEach(() => {
  for (const test of opened.splice(0)) test.dispose();
});

/** Estimates are computed again by the sampler in use: the laboratory's own tests compare them with an independent one. */
const estimated: Readonly<Record<string, readonly string[]>> = {
  'rollup.national': ['total', 'estimate', 'withoutStaff', 'wouldHaveGrownMore'],
  'returns.prepare': ['counterfactual'],
};

/**
 * The names of files that others imported, purges of other units, officers by their missed deadlines, and the productivity of units with few
 * funded staff, which is an officer's score.
 */
function isWithheld(login: string, method: string, key: string): boolean {
  if (method === 'purges.list' && login === 'receiver') return ['purges', 'requests'].includes(key);
  const withheld: Readonly<Record<string, readonly string[]>> = {
    'importMappings.list': ['fileName'],
    'referrals.breaches': ['officers'],
    // Files without a record of their clearance count too, as Statistics Canada counts them.
    'clearance.statistics': ['actual_incidents'],
    // Who is alike is one list, which an investigation leads: it was a list of referrals besides another of files.
    'referrals.get': ['duplicates', 'bundledUnder'],
    'referrals.duplicates': ['duplicates'],
    'tips.matches': ['files'],
    // An investigation shows what its referrals hold as well.
    'identifiers.list': ['identifiers'],
    'persons.list': ['persons'],
    // The most urgent first.
    'handover.get': ['investigations', 'referrals'],
    // The palette shows no summary, so it is given none.
    'search.everywhere': ['summary'],
    // Charges laid ask for an offence and a clearance.
    'investigations.openItems': ['items'],
    // Devices whose label names the person are listed as well.
    'seals.naming': ['texts'],
    // An earlier figure only where both quarters cover the same units; a breakdown also of what is not reported; one more check; no middle
    // and no probability of an estimate whose grade carries no single figure; reasons of a grade that are new.
    // The method of an indicator that is a median: the whole is estimated over the files of all units since.
    'frameworks.compare': ['changed', 'unchanged'],
    'returns.prepare': [
      'productivity',
      'previous',
      'breakdowns',
      'checks',
      'p50',
      'mean',
      'probabilityBelow',
      'gradeReasons',
    ],
  };
  return withheld[method]?.includes(key) === true || estimated[method]?.includes(key) === true;
}

/** Methods that are no more: no figure is of one officer. */
const withdrawn: readonly string[] = ['referrals.workload'];

/** How much there is to be found: a test that finds nothing to compare would pass. */
const counts: Readonly<Record<Kind, { drafts: number; lists: number; methods: number; answers: number }>> = {
  unit: { drafts: 20, lists: 8, methods: 96, answers: 636 },
  coordination: { drafts: 17, lists: 4, methods: 28, answers: 584 },
};

/** Every form whose draft was kept, whether or not the page still asks for it. */
const forms = [
  'authority',
  'check',
  'danger_decision',
  'explanation',
  'investigation',
  'investigation_conclusion',
  'narrative',
  'note',
  'override',
  'protection_notice',
  'referral',
  'referral_conclusion',
  'referral_edit',
  'referral_return',
  'score',
  'transfer',
];
const lists = ['devices', 'due', 'investigations', 'referrals'];

/** So that each signs in once. */
const byLogin = <T extends { readonly login: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => a.login.localeCompare(b.login));

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

describe.each(kinds)('a workspace that was made earlier: %s', (kind) => {
  const held = kept[kind];

  it('opens for everyone who had a way in, and by the recovery key', async () => {
    const test = open(kind);
    expect(logins[kind]).toHaveLength(4);
    for (const login of logins[kind]) {
      await test.signInAs(login);
      // Its schema was brought up to date at the first sign-in, after a backup.
      expect(readdirSync(backupsFolder(test.folder))).toHaveLength(1);
      const { session } = await test.call('session.current', {});
      expect(session?.workspace).toMatchObject({ kind, name: 'Test' });
    }
    test.store.lock();
    const newPassphrase = 'another long enough phrase';
    const input = { recoveryKey: held.recoveryKey, login: 'admin', newPassphrase, reason: 'Forgotten' };
    await test.call('session.recover', input);
    test.store.lock();
    expect(await test.call('session.signIn', { login: 'admin', passphrase: newPassphrase })).toBeTruthy();
  });

  it.runIf(isWhole)('answers every read as it did', { timeout: 60_000 }, async () => {
    const then = readThen(kind);
    expect(Object.keys(then)).toEqual(logins[kind]);
    const answers = Object.values(then).flatMap((methods) => Object.values(methods).flat());
    expect(answers).toHaveLength(counts[kind].answers);
    const now = await readNow(kind, open(kind));
    // What an answer says more since is no loss; what no longer leaves the store since is named here.
    const since = (login: string, method: string, answered: unknown): unknown =>
      JSON.parse(JSON.stringify(answered), (key, value: unknown) =>
        isWithheld(login, method, key) ? undefined : value,
      );
    for (const [login, methods] of Object.entries(then))
      for (const [method, answered] of Object.entries(methods).filter(([name]) => !withdrawn.includes(name)))
        expect({ login, method, answered: now[login]?.[method] }).toMatchObject({
          login,
          method,
          answered: since(login, method, answered),
        });
  });

  it('gives every draft back, by its name', async () => {
    const test = open(kind);
    expect(held.drafts).toHaveLength(counts[kind].drafts);
    expect(sorted(held.drafts.map(({ form }) => form))).toEqual(forms);
    let signedIn = '';
    for (const { login, values, ...place } of byLogin(held.drafts)) {
      if (login !== signedIn) await test.signInAs(login);
      signedIn = login;
      const { draft } = await test.call('drafts.get', draftPlace.parse(place));
      expect({ place, values: draft?.values }).toEqual({ place, values });
      expect(draftValues.parse(values)).toEqual(values);
    }
  });

  it('gives every view and arrangement of a list back', async () => {
    const test = open(kind);
    expect(held.lists).toHaveLength(counts[kind].lists);
    expect(sorted(held.lists.map(({ list }) => list))).toEqual(lists);
    let signedIn = '';
    for (const { login, list, held: then } of byLogin(held.lists)) {
      if (login !== signedIn) await test.signInAs(login);
      signedIn = login;
      const now = await test.call('lists.get', { list: listName.parse(list) });
      expect({ login, list, now }).toEqual({ login, list, now: then });
      for (const { query, ...view } of now.views)
        expect(savedView.parse({ query, ...view })).toEqual({ query, ...view });
      // It is saved again as it is read.
      const [view] = now.views;
      if (view === undefined) continue;
      const { id, version, ...rest } = view;
      await test.call('lists.saveView', { held: { id, version }, ...rest } satisfies Input<'lists.saveView'>);
    }
  });

  it('has a chain of audit that holds, of methods that still are', async () => {
    const test = open(kind);
    await test.signInAs('admin');
    const { raw } = test.store.requireUnlocked();
    const methods = raw
      .prepare('SELECT DISTINCT method FROM audit_entry WHERE sequence <= ? ORDER BY 1')
      .pluck()
      .all(held.entries) as string[];
    expect(methods).toHaveLength(counts[kind].methods);
    expect(methods).toEqual(held.methods);
    const former: readonly string[] = formerActs;
    expect(methods.filter((method) => !(method in contract || former.includes(method)))).toEqual([]);
    const { intact, entries } = await test.call('audit.verify', {});
    // More: this sign-in, and of the unit that its clock is earlier than what it was made on.
    expect([intact, entries]).toEqual([true, held.entries + (kind === 'unit' ? 2 : 1)]);
  });
});
