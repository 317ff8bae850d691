import { z } from 'zod';
import { smallCount, type Cell, type Relation, type Table } from '../../suppression/table.ts';
import { must } from '../../../ground/kernel/assert.ts';
import type { Draw } from './draws.ts';

/** What was said of each cell of a release, and how its cells are bound: kept, so that later releases are checked against it. */
export const releaseRecord = z.strictObject({
  cells: z.array(
    z.strictObject({
      id: z.string(),
      value: z.int(),
      /** 0 for a count, 1 for one that is listed because it occurs, null for what may have either sign. */
      lower: z.literal([0, 1]).nullable(),
      shown: z.enum(['published', 'hidden', 'rounded', 'never']),
    }),
  ),
  relations: z.array(z.array(z.tuple([z.string(), z.int()]))),
});
export type ReleaseRecord = z.infer<typeof releaseRecord>;

interface Entry {
  readonly id: string;
  readonly value: number;
  readonly lower: 0 | 1 | null;
  readonly cost: number;
  /** Published by an earlier release. */
  readonly known: boolean;
  /** In a table of this release: null for what only an earlier one has. */
  own: 'open' | 'never' | null;
}

export interface NewCell {
  /** Of the same thing at the same time, whichever release counts it. */
  readonly key: string;
  readonly value: number;
  readonly signed?: boolean;
  /** What everyone knows that it is not below: 0 if absent. */
  readonly lower?: 0 | 1;
  readonly cost: number;
  /** Part of no table, but known to follow from cells that are. */
  readonly never?: boolean;
}

type Terms = readonly (readonly [id: string, coefficient: number])[];

const versionMark = '#';
export const keyOfCell = (id: string): string => id.split(versionMark)[0] ?? id;

/**
 * The cells of a release and those of the releases before it. A cell that counts the same thing with the same value is the same cell, since
 * everyone may assume so; one whose value has changed is another, bound to the earlier one by their difference. A difference of 1 to 4
 * files is a small count like any other.
 */
export class CellBook {
  readonly #draw: Draw;
  readonly #entries = new Map<string, Entry>();
  readonly #versions = new Map<string, string[]>();
  readonly #relations = new Map<string, Terms>();
  readonly #ownRelations = new Set<string>();

  constructor(earlier: readonly ReleaseRecord[], draw: Draw) {
    this.#draw = draw;
    for (const { cells, relations } of earlier) {
      for (const { id, value, lower, shown } of cells) {
        const known = shown === 'published' || (this.#entries.get(id)?.known ?? false);
        this.#put({ id, value, lower, cost: 1, known, own: null });
      }
      for (const terms of relations) this.#relations.set(JSON.stringify(terms), terms);
    }
  }

  #put(entry: Entry): void {
    const key = keyOfCell(entry.id);
    if (!this.#entries.has(entry.id)) this.#versions.set(key, [...(this.#versions.get(key) ?? []), entry.id]);
    this.#entries.set(entry.id, entry);
  }

  #entry(id: string): Entry {
    return must(this.#entries.get(id), 'every id was given by this book');
  }

  /** Puts a cell of this release into the book and gives its id. */
  add(cell: NewCell): string {
    const versions = this.#versions.get(cell.key) ?? [];
    const own = cell.never ? 'never' : 'open';
    const same = versions.map((id) => this.#entry(id)).find((entry) => entry.value === cell.value);
    if (!same) return this.#addVersion(cell, versions, own);
    if (same.own !== 'open') same.own = own;
    return same.id;
  }

  #addVersion(
    { key, value, signed, lower = 0, cost }: NewCell,
    versions: readonly string[],
    own: 'open' | 'never',
  ): string {
    const id = versions.length === 0 ? key : `${key}${versionMark}${versions.length + 1}`;
    // Up to four times its level's cost, by the secret: who runs the choice again does not know what it preferred.
    const keyed = cost * (1 + 3 * this.#draw(id));
    this.#put({ id, value, lower: signed || value < 0 ? null : lower, cost: keyed, known: false, own });
    for (const before of versions) this.#bindToVersion(id, before);
    return id;
  }

  #bindToVersion(id: string, before: string): void {
    const value = this.#entry(id).value - this.#entry(before).value;
    const between = `${id} - ${before}`.replaceAll(versionMark, '/');
    this.#put({ id: between, value, lower: null, cost: 1, known: false, own: 'never' });
    this.relate([
      [id, 1],
      [before, -1],
      [between, -1],
    ]);
  }

  /** Says that the cells times their coefficients add up to zero; left out where a unit's own figures do not. */
  relate(terms: Terms): void {
    const balance = terms.reduce((total, [id, coefficient]) => total + coefficient * this.#entry(id).value, 0);
    if (balance !== 0) return;
    const name = JSON.stringify(terms);
    this.#relations.set(name, terms);
    this.#ownRelations.add(name);
  }

  /** Everything known and to be known, and the id at each position. */
  table(): { readonly table: Table; readonly ids: readonly string[] } {
    const ids = [...this.#entries.keys()];
    const positions = new Map(ids.map((id, position) => [id, position]));
    const position = (id: string): number => must(positions.get(id), 'a relation is of cells of the book');
    const cells = [...this.#entries.values()].map(({ id, value, lower, cost, known, own }): Cell => ({
      id,
      value,
      lower,
      cost,
      state: known ? 'published' : own === 'open' ? 'open' : 'withheld',
      protect: known ? null : smallCount(value),
    }));
    const relations = [...this.#relations.values()].map((terms): Relation =>
      terms.map(([id, coefficient]) => [position(id), coefficient]),
    );
    return { table: { cells, relations }, ids };
  }

  /** The cells of this release's own tables, by id. */
  open(): ReadonlyMap<string, number> {
    return new Map([...this.#entries.values()].filter(({ own }) => own === 'open').map(({ id, value }) => [id, value]));
  }

  /** What is to be kept of this release. */
  record(shown: (id: string) => 'published' | 'hidden' | 'rounded'): ReleaseRecord {
    return {
      cells: [...this.#entries.values()].flatMap(({ id, value, lower, own }) =>
        own === null ? [] : [{ id, value, lower, shown: own === 'never' ? ('never' as const) : shown(id) }],
      ),
      relations: [...this.#ownRelations].map((name) =>
        must(this.#relations.get(name), 'own relations are relations').map(([id, coefficient]) => [id, coefficient]),
      ),
    };
  }
}
