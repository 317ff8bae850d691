import type { Role } from '#contract/ground/codes';
import { must } from '../../db/ground/kernel/assert.ts';
import { copyOf } from '../../tests/support/store.ts';
import type { Caller } from './calls/caller.ts';
import { Known } from './calls/known.ts';
import { Calls, methods } from './calls/oneCaller.ts';
import { coordinationSide } from './calls/coordinationSide.ts';
import { otherMarker, rowsOfOther, unitSide, type UnitSide } from './calls/unitSide.ts';
import type { BrokenPromise } from './promise.ts';

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
    open: async (known) => {
      side = await unitSide();
      known.begin(side.answered, side.test.parent);
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
  'workspace.move': 'tests/db/store/move: needs a server',
  'workspace.confirmMove': 'tests/db/store/move: needs a server',
};

export const calls: BrokenPromise = {
  name: 'calls',
  promise: 'No call of any role tells or changes what is another’s, none is internal, and every method answers',
  few: 4,
  many: 100_000,
  tryIt: async (times, chance) => {
    const sides = { unit: new Known(), coordination: new Known() };
    const lost: string[] = [];
    let tried = 0;
    for (const caller of callers) {
      const known = coordinationSide.includes(caller) ? sides.coordination : sides.unit;
      const made = await new Calls(caller, chance, known).make(times);
      tried += made.tried;
      lost.push(...made.wrong);
      if (times >= 1000) process.stdout.write(`\n${caller.login}, ${caller.role}: ${String(made.tried)} calls\n`);
    }
    const all = Object.values(sides);
    const never = methods.filter(({ name }) => !all.some(({ done }) => done.has(name)) && !(name in elsewhere));
    if (times >= 1000)
      lost.push(
        ...never.map(({ name }) => `${name} never answered: ${all.map((side) => side.whyNot(name)).join(' | ')}`),
      );
    return { tried, kept: tried - lost.length, lost };
  },
};
