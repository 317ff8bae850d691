import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#contract/ground/codes';
import type { Method } from '#contract/ground/define';
import type { PrintedPage } from '#contract/ground/printedPage';
import { storeContract } from '#contract/index';
import { must } from '../../db/ground/kernel/assert.ts';
import { dispatch } from '../../db/store/dispatch.ts';
import { surface } from '../security/methods.ts';
import { copyOf, type TestStore } from '../support/store.ts';
import type { Caller } from './calls/caller.ts';
import { coordinationSide } from './calls/coordinationSide.ts';
import { isThere, otherMarker, rowsOfOther, unitSide, type UnitSide } from './calls/unitSide.ts';
import { World } from './calls/world.ts';
import type { BrokenPromise, Chance } from './promise.ts';

interface Asked {
  readonly name: string;
  readonly input: Extract<Method, { type: 'read' }>['input'];
}
const methods: readonly Asked[] = Object.entries(storeContract).map(([name, { input }]) => ({ name, input }));

/** They compute for long, or derive keys: asked too, but less often. */
const costly =
  /^(counterfactual|plans\.(backtest|findStaff|project)|demonstration|rollup|reference\.(export|inspect)|returns|backups|users\.(disable|create|reset)|recoveryKey\.replace|workspace\.(check|create)|session\.(changeP|recover)|(imports|extracts)\.(apply|inspect|survey|preview)|tips\.read|exchanges\.(inspectKey|read|reply)|packs\.(inspect|refuse)|templates\.inspect|funding\.previewFile|(across|readiness)\.|lists\.export)/;

/** The list of who may call what, which is kept by hand beside the code. */
function mayCall(name: string, role: Role, kind: string): boolean {
  const rule = surface[name] ?? '';
  if (/: (nobody|anyone)$/.test(rule)) return true;
  const [, roles = '', workspace = kind] = /: ([^(]*?)(?: \((\w+)\))?$/.exec(rule) ?? [];
  return workspace === kind && roles.split(', ').includes(role);
}

const lasting = 1500;
/** Each caller has this long, so that the whole run ends on a slow machine too; what was tried by then is what is said. */
const longest = 12 * 60_000;

class Calls {
  private readonly caller: Caller;
  private readonly chance: Chance;
  private readonly done: Set<string>;
  private readonly known: Map<string, unknown[]>;
  private readonly wrong: string[] = [];
  private test!: TestStore;
  private world!: World;
  private before: readonly string[] = [];
  private rights = '';

  constructor(caller: Caller, chance: Chance, done: Set<string>, known: Map<string, unknown[]>) {
    this.caller = caller;
    this.chance = chance;
    this.done = done;
    this.known = known;
  }

  async make(times: number): Promise<{ readonly tried: number; readonly wrong: readonly string[] }> {
    const end = performance.now() + longest;
    let time = 0;
    for (; time < times && performance.now() < end; time += 1) {
      if (time % lasting === 0) await this.begin();
      try {
        await this.one(this.next());
      } catch (error) {
        this.wrong.push(`thrown: ${error instanceof Error ? (error.stack ?? '') : ''}`);
      }
    }
    this.end();
    return { tried: time, wrong: this.wrong };
  }

  private async begin(): Promise<void> {
    if (this.before.length > 0) this.end();
    this.test = await this.caller.open();
    // As the application has one: here it prints the page's own text.
    Object.assign(this.test.store.options, { print: ({ html }: PrintedPage) => Promise.resolve(Buffer.from(html)) });
    const folders = { inbox: join(this.test.parent, 'inbox'), outbox: join(this.test.parent, 'outbox') };
    this.world = new World(this.test, this.chance, folders);
    this.before = this.caller.others(this.test);
    this.rights = this.ownRights();
  }

  /** What the naive rule is of: who gave themselves another role or unit begins again. */
  private ownRights(): string {
    const { roles, unitIds, agreementIds } = this.test.store.requireUnlocked().session;
    return JSON.stringify([roles, unitIds, agreementIds]);
  }

  private end(): void {
    if (this.test.store.unlocked) this.compare();
    this.test.dispose();
  }

  private compare(): void {
    const after = this.caller.others(this.test);
    const gone = this.before.filter((row) => !after.includes(row));
    const come = after.filter((row) => !this.before.includes(row));
    if (gone.length + come.length > 0)
      this.wrong.push(
        `${this.caller.login}: rows of another are gone: ${gone.slice(0, 3).join()}; or new: ${come.slice(0, 3).join()}`,
      );
  }

  private next(): Asked {
    for (;;) {
      const asked = this.chance.oneOf(methods);
      const { kind } = this.test.store.unlocked?.session.workspace ?? { kind: 'unit' };
      const isOwn = mayCall(asked.name, this.caller.role, kind);
      if ((isOwn || this.chance.below(6) === 0) && (!costly.test(asked.name) || this.chance.below(15) === 0))
        return asked;
    }
  }

  private async one(asked: Asked): Promise<void> {
    const { name } = asked;
    const { store } = this.test;
    const { kind } = store.requireUnlocked().session.workspace;
    const known = this.known.get(name) ?? [];
    const input =
      known.length > 0 && this.chance.below(2) === 0
        ? this.world.variantOf(asked, this.chance.oneOf(known))
        : this.world.inputFor(asked);
    // Before a sign-in these are asked on the screen of it.
    const isBefore = surface[name]?.endsWith(': nobody') === true && this.chance.below(2) === 0;
    if (isBefore) store.lock();
    const reply = await dispatch(store, name, input);
    const where = `${this.caller.login}: ${name} ${JSON.stringify(input)}`;
    if (reply.ok && !mayCall(name, this.caller.role, kind)) this.wrong.push(`${where}: answered against the list`);
    if (!reply.ok && reply.error.code === 'internal') this.wrong.push(`${where}: internal`);
    const secrets = this.caller.secretsIn(name, reply);
    if (secrets.length > 0) this.wrong.push(`${where}: tells ${secrets.join()}`);
    if (reply.ok) this.learn(name, input, reply.value);
    await this.backIn();
  }

  private learn(name: string, input: unknown, value: unknown): void {
    this.done.add(name);
    this.known.set(name, [...(this.known.get(name) ?? []).slice(-7), input]);
    this.world.hear(name.slice(0, name.indexOf('.')), value);
    const type = surface[name]?.slice(0, 5);
    if (type !== 'read:' && this.test.store.unlocked) this.world.look();
  }

  /** Whatever the call did to the session, the same person goes on; where that cannot be, in a fresh copy. */
  private async backIn(): Promise<void> {
    const { store, folder } = this.test;
    const outbox = join(this.test.parent, 'outbox');
    if (readdirSync(outbox).length > 200)
      for (const each of readdirSync(outbox)) rmSync(join(outbox, each), { recursive: true, force: true });
    const isIn = () => store.unlocked?.session.user.login === this.caller.login && this.ownRights() === this.rights;
    if (store.folder === folder && isIn()) return;
    if (store.folder === folder && isThere(folder)) {
      try {
        await this.test.signInAs(this.caller.login);
        if (isIn()) return;
      } catch {
        // Suspended, disabled or under another passphrase: this one has come to its end.
      }
    }
    this.test.dispose();
    this.before = [];
    await this.begin();
  }
}

/** A workspace's people, unit months and rules are an administrator's for every unit. */
const ofAdministrator = new Set([
  'user_unit',
  'unit_month',
  'counting_rule',
  'measure_not_kept',
  'retention_rule',
  'triage_period',
]);

function unitCaller(login: string, role: Role): Caller {
  let side: UnitSide | null = null;
  return {
    login,
    role,
    open: async () => {
      side = await unitSide();
      const test = copyOf(side.test);
      await test.signInAs(login);
      return test;
    },
    secretsIn: (_name, reply) => (JSON.stringify(reply).includes(otherMarker) ? [otherMarker] : []),
    others: (test) => {
      const rows = rowsOfOther(
        test,
        must(side, 'it was opened').otherUnit,
        role === 'administrator' ? ofAdministrator : new Set(),
      );
      if (rows.length < 20) throw new Error('the other unit has too little to lose');
      return rows;
    },
  };
}

const callers: readonly Caller[] = [
  unitCaller('investigator', 'investigator'),
  unitCaller('supervisor', 'supervisor'),
  unitCaller('records', 'records_officer'),
  unitCaller('admin', 'administrator'),
  ...coordinationSide,
];

/** Answered only with what no random call has at hand, and shown elsewhere. */
const elsewhere: Readonly<Record<string, string>> = {
  'demonstration.prepare': 'tests/db/entry/demo.test.ts: takes a minute',
};

export const calls: BrokenPromise = {
  name: 'calls',
  promise: 'No call of any role tells or changes what is another’s, none is internal, and every method answers',
  few: 4,
  many: 100_000,
  tryIt: async (times, chance) => {
    const done = new Set<string>();
    const known = new Map<string, unknown[]>();
    const lost: string[] = [];
    let tried = 0;
    for (const caller of callers) {
      const made = await new Calls(caller, chance, done, known).make(times);
      tried += made.tried;
      lost.push(...made.wrong);
      if (times >= 1000) process.stdout.write(`\n${caller.login}, ${caller.role}: ${String(made.tried)} calls\n`);
    }
    const never = methods.map(({ name }) => name).filter((name) => !done.has(name) && !(name in elsewhere));
    if (times >= 20_000) lost.push(...never.map((name) => `${name} never answered`));
    else process.stdout.write(`\n${String(done.size)} of ${String(methods.length)} methods answered\n`);
    return { tried, kept: tried - lost.length, lost };
  },
};
