import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { declaredIn, leaveOutUndeclared, type CheckAnswer } from '#contract/ground/answers';
import { contract } from '#contract/index';
import type { Method } from '../../../electron/contract/ground/define.ts';
import { dispatch } from '../../../db/store/dispatch.ts';
import { createTestStore, createUnitAndUser, type TestStore } from '../../support/store.ts';

const opened: TestStore[] = [];
afterEach(() => {
  for (const test of opened.splice(0)) test.dispose();
});

/** A unit whose `units.list` answers two units, each with a key deep inside that its contract does not have. */
async function answeringMore(more: object, checkAnswer?: CheckAnswer): Promise<TestStore> {
  const test = await createTestStore();
  opened.push(test);
  await createUnitAndUser(test);
  const { options } = test.store;
  const { units } = await test.call('units.list', {});
  const answer = { units: [...units, ...units].map((unit) => ({ ...unit, name: { ...unit.name, ...more } })) };
  const handlers = {
    ...options.handlers,
    reads: { ...options.handlers.reads, 'units.list': () => Promise.resolve(answer) },
  };
  Object.assign(options, { handlers, ...(checkAnswer && { checkAnswer }) });
  return test;
}

describe('an answer with a key that its contract does not declare', () => {
  it('is refused under tests, with the method and where the key is', async () => {
    const test = await answeringMore({ de: 'Einheit' });
    await expect(dispatch(test.store, 'units.list', {})).rejects.toThrow(
      'units.list answers what its contract does not: units[].name.de is not declared',
    );
  });

  it('is refused under tests where a value is not as declared', async () => {
    const test = await answeringMore({ fr: 7 });
    await expect(dispatch(test.store, 'units.list', {})).rejects.toThrow(/units\.0\.name\.fr invalid_type/);
  });

  it('leaves the product without it, which is said once, and without its value', async () => {
    const said: string[][] = [];
    const test = await answeringMore(
      { de: 'Einheit' },
      leaveOutUndeclared((...each) => said.push(each)),
    );
    for (let again = 0; again < 2; again += 1) {
      const reply = await dispatch(test.store, 'units.list', {});
      expect(reply).toMatchObject({ ok: true, value: { units: [{ code: 'U01' }, { code: 'U01' }] } });
      expect(JSON.stringify(reply)).not.toContain('Einheit');
    }
    expect(said).toEqual([['units.list', 'units[].name.de']]);
  });
});

describe('what is left out', () => {
  const kind = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('a'), of: z.array(z.object({ x: z.int() })) }),
    z.object({ kind: z.enum(['b', 'c']), y: z.int() }),
  ]);
  const schema = z.object({
    kinds: z.record(z.string(), kind.nullable()),
    counts: z.partialRecord(z.enum(['one', 'two']), z.int()),
    text: z.union([z.object({ en: z.string() }), z.string()]).optional(),
    scope: z.union([z.object({ unit: z.int() }), z.object({ all: z.literal(true) })]).optional(),
  });

  function leftOf(value: unknown): { left: unknown; paths: string[] } {
    const paths: string[] = [];
    return { left: declaredIn(schema)?.(value, (path) => paths.push(path)), paths };
  }

  it('is nothing of what is declared: it is the same object', () => {
    const whole = {
      kinds: { any: { kind: 'a', of: [{ x: 1 }] }, other: null },
      counts: { one: 1 },
      text: { en: 'Text' },
      scope: { all: true },
    };
    expect(leftOf(whole).left).toBe(whole);
    expect(leftOf({ ...whole, text: 'Text' }).paths).toEqual([]);
  });

  it('is looked for in lists, records, kinds and one of several, and names no key of a record; what was given is as it was', () => {
    const given = {
      kinds: { Tremblay: { kind: 'a', of: [{ x: 1 }, { x: 2, z: 3 }], y: 1 }, other: { kind: 'c', y: 1, of: [] } },
      counts: { one: 1, three: 3 },
      text: { en: 'Text', fr: 'Texte' },
      scope: { all: true, of: 2 },
    };
    const before = structuredClone(given);
    const { left, paths } = leftOf(given);
    expect(left).toEqual({
      kinds: { Tremblay: { kind: 'a', of: [{ x: 1 }, { x: 2 }] }, other: { kind: 'c', y: 1 } },
      counts: { one: 1 },
      text: { en: 'Text' },
      scope: { all: true },
    });
    expect(paths).toEqual(['kinds{}.of[].z', 'kinds{}.y', 'kinds{}.of', 'counts.three', 'text.fr', 'scope.of']);
    expect(given).toEqual(before);
  });
});

describe('the contract', () => {
  it('declares of every answer all that it may hold: no object of it is open', () => {
    for (const { output } of Object.values<Method>(contract)) expect(declaredIn(output)).toBeTypeOf('function');
    expect(() => declaredIn(z.object({ open: z.looseObject({}) }))).toThrow('.open declares any key');
    expect(() => declaredIn(z.object({ any: z.unknown() }))).toThrow('.any');
  });
});
