import { expect } from 'vitest';
import { endBursts } from '../../db/store/bursts.ts';
import type { TestStore } from './store.ts';

export interface Answer {
  readonly method: string;
  readonly isRefused: boolean;
  readonly output: unknown;
}

/** Ids, digests of what holds ids, fingerprints and keys that are written down. */
const drawn = new RegExp(
  [
    '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}',
    '[0-9a-f]{64}',
    '(?<="reference\\\\?":\\\\?")[0-9A-F]{8}',
    '(?<="references":\\[")[0-9a-f]{20}',
    '([0-9A-F]{4} ){15}[0-9A-F]{4}',
    '(?<=[kK]ey":")[0-9A-Z]{5}(-[0-9A-Z]{5}){5}',
  ].join('|'),
  'g',
);

/** How long something took. */
const took = /(?<="milliseconds":)\d+/g;

/** Each side draws its own ids: each is named by its place among those that appeared. */
class Places {
  readonly #known = new Map<string, string>();

  of(text: string): string {
    return text.replaceAll(took, '').replaceAll(drawn, (id) => {
      const place = this.#known.get(id) ?? `id ${String(this.#known.size)}`;
      this.#known.set(id, place);
      return place;
    });
  }
}

/**
 * The same store, whose calls leave what they were answered. A burst of reads ends with each call: otherwise its second entry in the audit comes
 * seconds later, before or after others by how long the machine takes.
 */
export function recorded(on: TestStore): { readonly test: TestStore; readonly answers: Answer[] } {
  const answers: Answer[] = [];
  const call: TestStore['call'] = async (method, input) => {
    try {
      const output = await on.call(method, input);
      answers.push({ method, isRefused: false, output });
      return output;
    } catch (error) {
      answers.push({ method, isRefused: true, output: String(error) });
      throw error;
    } finally {
      await endBursts(on.store);
    }
  };
  return { test: { ...on, call }, answers };
}

/** The methods that were answered, each once. */
export function answeredBy(answers: readonly Answer[]): ReadonlySet<string> {
  return new Set(answers.filter(({ isRefused }) => !isRefused).map(({ method }) => method));
}

/** Whole answers, in the order in which they were given. */
export function expectSame(here: readonly Answer[], there: readonly Answer[]): void {
  const [one, other] = [new Places(), new Places()];
  expect(there.map(({ method }) => method)).toEqual(here.map(({ method }) => method));
  for (const [index, { method, output }] of here.entries())
    expect
      .soft(`${method} ${other.of(JSON.stringify(there[index]?.output))}`)
      .toBe(`${method} ${one.of(JSON.stringify(output))}`);
  expect(here.filter(({ output }) => String(output).includes('internal'))).toEqual([]);
}
