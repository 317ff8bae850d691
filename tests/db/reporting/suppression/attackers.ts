import { equalTo, greaterEq, solve, type Coefficients, type Constraint } from 'yalps';
import type { Range, Table } from '../../../../db/reporting/suppression/table.ts';

/** What is published of a table: the value of each cell that is, null for the others. The attackers below see nothing else of it. */
export interface Published {
  readonly values: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly relations: Table['relations'];
}

export function publish({ cells, relations }: Table, hidden: ReadonlySet<number>): Published {
  return {
    values: cells.map(({ value, state }, position) => (state === 'withheld' || hidden.has(position) ? null : value)),
    lower: cells.map((cell) => cell.lower),
    relations,
  };
}

/** The relations that say something of a cell: those that its unknown cells lead to. What others say bounds only others. */
function relationsAbout({ values, relations }: Published, cell: number): Published['relations'] {
  const reached = new Set([cell]);
  let rest = [...relations];
  const found: Published['relations'][number][] = [];
  for (let size = -1; size < found.length;) {
    size = found.length;
    const apart: typeof rest = [];
    for (const relation of rest) {
      if (relation.some(([position]) => reached.has(position))) {
        found.push(relation);
        for (const [position] of relation) if (values[position] == null) reached.add(position);
      } else apart.push(relation);
    }
    rest = apart;
  }
  return found;
}

/** Bounds over the reals by another library's solver. */
export function libraryRange(published: Published, cell: number): Range {
  const { values, lower } = published;
  const known = values[cell];
  if (known != null) return [known, known];
  const relations = relationsAbout(published, cell);
  const involved = new Set([cell, ...relations.flatMap((relation) => relation.map(([position]) => position))]);
  const constraints = new Map<string, Constraint>();
  const variables = new Map<string, Map<string, number>>();
  values.forEach((value, position) => {
    if (value !== null || !involved.has(position)) return;
    const bound = lower[position];
    variables.set(`+${position}`, new Map([[`v${position}`, 1]]));
    // Its variables are never negative: what may be is the difference of two.
    if (bound === null) variables.set(`-${position}`, new Map());
    else constraints.set(`v${position}`, greaterEq(bound!));
  });
  relations.forEach((relation, index) => {
    let constant = 0;
    for (const [position, coefficient] of relation) {
      if (values[position] == null)
        for (const [sign, prefix] of [
          [1, '+'],
          [-1, '-'],
        ] as const)
          variables.get(`${prefix}${position}`)?.set(`r${index}`, sign * coefficient);
      else constant += coefficient * values[position];
    }
    constraints.set(`r${index}`, equalTo(-constant));
  });
  variables.get(`+${cell}`)!.set('goal', 1);
  variables.get(`-${cell}`)?.set('goal', -1);
  const bound = (direction: 'minimize' | 'maximize'): number => {
    const objective = 'goal';
    const model = { direction, objective, constraints, variables: variables as Map<string, Coefficients> };
    const { status, result } = solve(model, { precision: 1e-9, maxPivots: 100_000 });
    if (status === 'unbounded') return direction === 'maximize' ? Infinity : -Infinity;
    if (status !== 'optimal') throw new Error(`The library's solver says ${status}.`);
    return Math.round(result * 1e6) / 1e6;
  };
  return [bound('minimize'), bound('maximize')];
}

type Domains = readonly (readonly [low: number, high: number])[];

/** Narrows the domains by each relation until nothing changes; null where no value is left. */
function narrowed(domains: Domains, relations: Table['relations']): Domains | null {
  const now = domains.map(([low, high]): [number, number] => [low, high]);
  for (let changed = true; changed;) {
    changed = false;
    for (const relation of relations)
      for (const [position, coefficient] of relation) {
        let [low, high] = [0, 0];
        for (const [other, factor] of relation) {
          if (other === position) continue;
          const ends = now[other]!.map((end) => end * -factor);
          low += Math.min(...ends);
          high += Math.max(...ends);
        }
        const ends = [low / coefficient, high / coefficient];
        const domain = now[position]!;
        const [least, most] = [Math.ceil(Math.min(...ends) - 1e-9), Math.floor(Math.max(...ends) + 1e-9)];
        if (least > domain[0]) [domain[0], changed] = [least, true];
        if (most < domain[1]) [domain[1], changed] = [most, true];
        if (domain[0] > domain[1]) return null;
      }
  }
  return now;
}

function solvable(domains: Domains, relations: Table['relations']): boolean {
  const now = narrowed(domains, relations);
  if (!now) return false;
  const open = now.findIndex(([low, high]) => low < high);
  if (open < 0) return true;
  for (let value = now[open]![0]; value <= now[open]![1]; value += 1)
    if (
      solvable(
        now.map((domain, position) => (position === open ? [value, value] : domain)),
        relations,
      )
    )
      return true;
  return false;
}

/** Whether a cell may have a value, by trying every table of whole numbers up to `cap` that agrees with what is published. */
export function mayBe({ values, lower, relations }: Published, cell: number, value: number, cap: number): boolean {
  const domains = values.map((known, position): readonly [number, number] => {
    if (position === cell) return known === null ? [value, value] : [known, known];
    return known === null ? [lower[position] ?? -cap, cap] : [known, known];
  });
  return (values[cell] === null || values[cell] === value) && solvable(domains, relations);
}
