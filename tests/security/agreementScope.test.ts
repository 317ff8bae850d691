import { describe, expect } from 'vitest';
import { packPayload } from '../../db/reporting/packs/format.ts';
import { dispatch } from '../../db/store/dispatch.ts';
import type { Store } from '../../db/store/store.ts';
import { askedOfCoordinator, coordinatorsReads, questionsTo } from '../support/coordinatorsReads.ts';
import { onlyAlpha } from '../support/onlyAlpha.ts';
import { secretsIn } from '../support/secrets.ts';
import { createTwoAgreements } from '../support/twoAgreements.ts';
import { ofFile } from '../support/fixtures/make.ts';

const { it, made: two } = ofFile(createTwoAgreements);
let twin: Store;
it.beforeAll(async () => {
  twin = await onlyAlpha(two);
});
it.afterAll(() => {
  twin.close();
});

/** How long a computation took and whether it was kept is not what it says. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([key]) => key !== 'milliseconds' && key !== 'fromMemory');
  return Object.fromEntries(fields.map(([key, each]) => [key, told(each)]));
}

async function answer(store: Store, name: string, input: object): Promise<unknown> {
  const reply = await dispatch(store, name, input);
  return reply.ok ? told(reply.value) : { refused: reply.error.code };
}

/** What is answered to a question about another agreement: nothing is looked for. Null for any other question. */
function refusalOf(input: object): { readonly refused: string } | null {
  const named = /"agreementId":"([^"]+)"/.exec(JSON.stringify(input))?.[1];
  if (named === undefined || named === two.alpha) return null;
  return { refused: named === two.workspaceId ? 'forbidden' : 'not_found' };
}

describe('a coordinator of one agreement', () => {
  it('is given a part of each list of a pack: a new one needs its place in the scope', () => {
    expect(Object.keys(packPayload.shape)).toEqual([
      ...['workspace', 'quarter', 'exportedAt', 'auditHead', 'application', 'schema'],
      ...['units', 'countingRules', 'panel', 'indicators', 'stock', 'notReviewed', 'framework'],
    ]);
  });

  it('is asked every read that a coordinator may make', () => {
    expect([...askedOfCoordinator].sort()).toEqual([...coordinatorsReads].sort());
  });

  it('is told, read by read, what a workspace tells in which the other agreement never was', async () => {
    await two.test.signInAs('alpha');
    const differing: string[] = [];
    for (const [name, input] of questionsTo(two)) {
      const [here, there] = [await answer(two.test.store, name, input), await answer(twin, name, input)];
      if (secretsIn(here).length > 0)
        differing.push(`${name} ${JSON.stringify(input)} tells ${secretsIn(here).join()}`);
      if (name === 'session.current') continue;
      if (name === 'returns.list') {
        expect(here).toEqual({ ...(there as object), consolidated: null });
        continue;
      }
      const wanted = refusalOf(input) ?? there;
      try {
        expect(here).toEqual(wanted);
      } catch (error) {
        differing.push(`${name} ${JSON.stringify(input)}: ${String(error).slice(0, 600)}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it('would be told of it if nothing hid it', async () => {
    await two.test.signInAs('coordinator');
    const telling = new Set<string>();
    for (const [name, input] of questionsTo(two)) {
      if (telling.has(name) || /^(counterfactual|plans)\./.test(name) || name === 'rollup.national') continue;
      if (secretsIn(await answer(two.test.store, name, input)).length > 0) telling.add(name);
    }
    expect([...telling].sort()).toEqual([
      'across.view',
      'agreements.list',
      'annual.prepare',
      'backlog.board',
      'backlog.flow',
      'countingRules.list',
      'entered.grid',
      'funding.outlook',
      'funding.rows',
      'funding.spending',
      'keys.confirmed',
      'packs.get',
      'packs.list',
      'readiness.view',
      'renewal.view',
      'reports.due',
      'returns.prepare',
      'returns.texts',
      'rollup.coverage',
      'templates.list',
      'unitMonths.grid',
      'units.list',
    ]);
  });
});
