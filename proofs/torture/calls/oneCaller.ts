import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#contract/ground/codes';
import type { Method } from '#contract/ground/define';
import type { Reply } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import type { PrintedPage } from '#contract/ground/printedPage';
import { storeContract } from '#contract/index';
import { dispatch } from '../../../db/store/dispatch.ts';
import { surface } from '../../../tests/security/methods.ts';
import { grantedPaths, Refused, type TestStore } from '../../../tests/support/store.ts';
import type { Chance } from '../promise.ts';
import type { Caller } from './caller.ts';
import { Refusal, must as required, type Chain, type Hand } from './chains/chain.ts';
import { accountChains } from './chains/accounts.ts';
import { coordinationChains } from './chains/coordination.ts';
import { fileChains } from './chains/files.ts';
import { intakeChains } from './chains/intake.ts';
import type { Known } from './known.ts';
import { isThere } from './unitSide.ts';
import { World } from './world.ts';
import { Written } from './written.ts';

interface Asked {
  readonly name: string;
  readonly input: Extract<Method, { type: 'read' }>['input'];
}
export const methods: readonly Asked[] = Object.entries(storeContract).map(([name, { input }]) => ({ name, input }));

/** They compute for long, or derive keys: asked too, but less often. */
const costly =
  /^(counterfactual|plans\.(backtest|findStaff|project)|demonstration|rollup|reference\.(export|inspect)|returns|backups|users\.(disable|create|reset)|recoveryKey\.replace|workspace\.(check|create)|session\.(changeP|recover)|(imports|extracts)\.(apply|inspect|survey|preview)|tips\.read|exchanges\.(inspectKey|read|reply)|packs\.(inspect|refuse)|templates\.inspect|funding\.previewFile|(across|readiness)\.|lists\.export)/;

/** The list of who may call what, which is kept by hand, apart from the code. */
function mayCall(name: string, role: Role, kind: string): boolean {
  const rule = surface[name] ?? '';
  if (/: (nobody|anyone)$/.test(rule)) return true;
  const [, roles = '', workspace = kind] = /: ([^(]*?)(?: \((\w+)\))?$/.exec(rule) ?? [];
  return workspace === kind && roles.split(', ').includes(role);
}

const chains: readonly Chain[] = [...fileChains, ...intakeChains, ...accountChains, ...coordinationChains];

const lasting = 1500;
/** Each caller has this long, so that the whole run ends on a slow machine too; what was tried by then is what is said. */
const longest = 60 * 60_000;

/** One caller, who asks at random. */
export class Calls {
  private readonly caller: Caller;
  private readonly chance: Chance;
  private readonly known: Known;
  private readonly wrong: string[] = [];
  private test!: TestStore;
  private world!: World;
  private written!: Written;
  private before: readonly string[] = [];
  private rights = '';
  private kind: Chain['kind'] = 'unit';

  constructor(caller: Caller, chance: Chance, known: Known) {
    this.caller = caller;
    this.chance = chance;
    this.known = known;
  }

  async make(times: number): Promise<{ readonly tried: number; readonly wrong: readonly string[] }> {
    const end = performance.now() + longest;
    let time = 0;
    for (; time < times && performance.now() < end; time += 1) {
      if (time % lasting === 0) await this.begin();
      try {
        if (!(await this.chain())) await this.one(this.next());
      } catch (error) {
        this.wrong.push(`thrown: ${error instanceof Error ? (error.stack ?? '') : ''}`);
      }
    }
    this.end();
    return { tried: time, wrong: this.wrong };
  }

  private async begin(): Promise<void> {
    if (this.before.length > 0) this.end();
    this.test = await this.caller.open(this.known);
    // As the application has one: here it prints the page's own text.
    Object.assign(this.test.store.options, { print: ({ html }: PrintedPage) => Promise.resolve(Buffer.from(html)) });
    const folders = { inbox: join(this.test.parent, 'inbox'), outbox: join(this.test.parent, 'outbox') };
    this.written = new Written(folders.outbox);
    this.world = new World(this.test, this.chance, folders);
    this.before = this.caller.others(this.test);
    this.rights = this.ownRights();
    this.kind = this.test.store.requireUnlocked().session.workspace.kind;
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

  /** Now and then what no draw puts together, most often where it reaches what nobody was answered yet. */
  private async chain(): Promise<boolean> {
    if (this.chance.below(20) > 0) return false;
    const { role, login } = this.caller;
    const own = chains.filter(
      (each) => each.kind === this.kind && each.roles.includes(role) && (each.login ?? login) === login,
    );
    const never = own.filter(({ reaches }) => reaches.some((name) => !this.known.done.has(name)));
    const from = never.length > 0 ? never : this.chance.below(20) === 0 ? own : [];
    if (from.length === 0) return false;
    try {
      await this.chance.oneOf(from).run(this.hand());
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof Refused)) throw error;
    }
    await this.backIn();
    return true;
  }

  private hand(): Hand {
    const { test, caller } = this;
    const pathOf = (ending: string): string => {
      const inbox = join(test.parent, 'inbox');
      return join(inbox, required(readdirSync(inbox).find((name) => name.endsWith(ending))));
    };
    return {
      test,
      login: caller.login,
      call: async (method, input) => {
        const reply = await this.ask(method, input);
        if (!reply.ok) throw new Refusal(method);
        return reply.value as never;
      },
      pathOf,
      inbox: (ending) => test.grant(pathOf(ending)) as FileGrant,
      outbox: (name = '') => test.grant(join(test.parent, 'outbox', name && `${randomUUID()}-${name}`)) as FileGrant,
    };
  }

  /** Half the time one that nobody was answered yet. */
  private next(): Asked {
    const isOwn = ({ name }: Asked): boolean => mayCall(name, this.caller.role, this.kind);
    const never = methods.filter((asked) => isOwn(asked) && !this.known.done.has(asked.name));
    for (;;) {
      const isNew = never.length > 0 && this.chance.below(2) === 0;
      const asked = this.chance.oneOf(isNew ? never : methods);
      const often = isNew ? 4 : 15;
      if ((isOwn(asked) || this.chance.below(6) === 0) && (!costly.test(asked.name) || this.chance.below(often) === 0))
        return asked;
    }
  }

  /** What a reply finds wrong in some fields is drawn again, so that a call comes past the shape of its input. */
  private async one(asked: Asked): Promise<void> {
    const known = this.known.of(asked.name);
    let input =
      known.length > 0 && this.chance.below(2) === 0
        ? this.world.variantOf(asked, this.chance.oneOf(known))
        : this.world.inputFor(asked);
    for (let again = 0; ; again += 1) {
      // Before a sign-in these are asked on the screen of it.
      const isBefore = surface[asked.name]?.endsWith(': nobody') === true && this.chance.below(2) === 0;
      if (isBefore) this.test.store.lock();
      const reply = await this.ask(asked.name, input);
      await this.backIn();
      const fields = reply.ok ? [] : (reply.error.fields ?? []);
      if (fields.length === 0 || again === 2) return;
      input = this.world.redrawn(asked, input, fields);
    }
  }

  private async ask(name: string, input: unknown): Promise<Reply<unknown>> {
    const { login, role } = this.caller;
    const reply = await dispatch(this.test.store, name, input);
    const where = `${login}: ${name} ${JSON.stringify(input)}`;
    if (reply.ok && !mayCall(name, role, this.kind)) this.wrong.push(`${where}: answered against the list`);
    if (!reply.ok && reply.error.code === 'internal') this.wrong.push(`${where}: internal`);
    const secrets = this.caller.secretsIn(name, reply);
    if (secrets.length > 0) this.wrong.push(`${where}: tells ${secrets.join()}`);
    if (reply.ok) {
      await this.readWritten(name, where, input);
      this.learn(name, input, reply.value);
    } else this.known.refused(name, reply.error);
    return reply;
  }

  private async readWritten(name: string, where: string, input: unknown): Promise<void> {
    const outbox = join(this.test.parent, 'outbox');
    const paths = Object.values(grantedPaths(this.test.store, input as object));
    if (!paths.some((path) => path.startsWith(outbox))) return;
    for (const value of await this.written.news()) {
      const secrets = this.caller.secretsIn(name, { ok: true, value });
      if (secrets.length > 0) this.wrong.push(`${where}: writes ${secrets.join()}`);
    }
  }

  private learn(name: string, input: unknown, value: unknown): void {
    const paths = grantedPaths(this.test.store, input as object);
    this.known.learn({ method: name, input, paths }, this.test.parent);
    const group = name.slice(0, name.indexOf('.'));
    this.world.hear(group, input);
    this.world.hear(group, value);
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
