import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { othersRows } from '../../../tests/support/othersRows.ts';
import { secretsIn } from '../../../tests/support/secrets.ts';
import { createTwoAgreements, type TwoAgreements } from '../../../tests/support/twoAgreements.ts';
import type { TestStore } from '../../../tests/support/store.ts';
import type { Caller } from './caller.ts';
import type { Known } from './known.ts';
import { wholeFiles } from '../foreignSeeds.ts';

/** Ids are the same in all copies. */
let latest: TwoAgreements | null = null;

async function openAs(login: string, known: Known): Promise<TestStore> {
  const two = await createTwoAgreements();
  latest = two;
  const { test, files, made } = two;
  known.begin(
    made.answered.filter(({ input }) => secretsIn(input).length === 0),
    made.parent,
  );
  const inbox = join(test.parent, 'inbox');
  mkdirSync(inbox, { recursive: true });
  mkdirSync(join(test.parent, 'outbox'), { recursive: true });
  for (const path of Object.values(files)) copyFileSync(path, join(inbox, basename(path)));
  for (const { name, bytes } of await wholeFiles()) writeFileSync(join(inbox, name), bytes);
  writeFileSync(join(inbox, 'budget.csv'), 'code,category,budget\nNEW-1,tools,100\n');
  copyFileSync(resolve(import.meta.dirname, '../../../docs/framework/example.json'), join(inbox, 'framework.json'));
  await test.signInAs(login);
  return test;
}

const none = { secretsIn: () => [], others: () => ['nothing is another’s'] };

/** A coordinator of one agreement, one who sees all, and their administrator. */
export const coordinationSide: readonly Caller[] = [
  {
    login: 'alpha',
    role: 'coordinator',
    open: (known) => openAs('alpha', known),
    // A file that the coordinator has may be shown to them.
    secretsIn: (name, reply) =>
      /\.(inspect|previewFile|import|refuse)$/.test(name)
        ? []
        : secretsIn(reply.ok ? reply.value : { ...reply.error, reference: '' }),
    others: (test) => othersRows({ ...latest!, test }),
  },
  { ...none, login: 'coordinator', role: 'coordinator', open: (known) => openAs('coordinator', known) },
  { ...none, login: 'admin', role: 'administrator', open: (known) => openAs('admin', known) },
];
