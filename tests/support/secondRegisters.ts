import fc from 'fast-check';
import type { FundingCells } from '#contract/reporting/fundingCells';
import type { Register } from '#contract/reporting/fundingColumns';

/** A figure as it was counted a second time. */
export interface Recounted {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: string;
}

/**
 * The registers of an agreement drawn at random, and their figures counted as one would on paper, from the rows as they were entered.
 * Nothing of the application counts here. FTE and days are in hundredths, as in the registers.
 */
export type RegisterName = 'positions' | 'training' | 'equipment' | 'activities';
export type Registers = Readonly<Record<RegisterName, readonly FundingCells[]>>;

// Around the ends of both quarters, and on them.
const days = ['2026-03-31', '2026-04-01', '2026-06-29', '2026-06-30', '2026-07-01', '2026-08-15', '2026-09-30'];
const dayOrNone = fc.option(fc.constantFrom(...days, '2026-10-01'), { freq: 4 });
const hundredths = fc.integer({ min: 0, max: 2000 });

/** In order, so that no row ends before it begins. */
const inOrder = (count: number) =>
  fc
    .array(fc.constantFrom(...days, '2026-10-01'), { minLength: count, maxLength: count })
    .map((drawn) => drawn.toSorted());
const maybe = (value: string | undefined, isThere: boolean): string | null => (isThere ? (value ?? null) : null);

const position = fc
  .record({ dates: inOrder(3), fte: fc.integer({ min: 1, max: 200 }), has: fc.tuple(fc.boolean(), fc.boolean()) })
  .chain(({ dates: [starts, filled, left], fte, has: [isFilled, hasLeft] }) =>
    fc
      .record({ isFunded: fc.boolean(), endsOn: fc.option(fc.constant('2026-09-30')) })
      .map(({ isFunded, endsOn }): FundingCells => ({
        ...{ role: 'analyst', funding: isFunded ? 'funded' : 'other', fte, startsOn: starts ?? null },
        ...{ endsOn: endsOn !== null && endsOn >= (starts ?? '') ? endsOn : null },
        ...{ filledOn: maybe(filled, isFilled), leftOn: maybe(left, isFilled && hasLeft) },
      })),
  );
const training = fc
  .record({ heldOn: dayOrNone, plannedDays: fc.option(hundredths), doneDays: fc.option(hundredths) })
  .map((drawn): FundingCells => ({ mode: 'virtual', ...drawn }));
const equipment = fc
  .record({
    inServiceOn: dayOrNone,
    quantity: fc.integer({ min: 1, max: 9 }),
    acquisition: fc.constantFrom('bought', 'rented'),
  })
  .map((drawn): FundingCells => ({ kind: 'tool', ...drawn }));
const activity = fc
  .record({
    dates: inOrder(2),
    status: fc.constantFrom('planned', 'under_way', 'completed', 'cancelled'),
    since: dayOrNone,
  })
  .map(({ dates: [startedOn, completedOn], status, since }): FundingCells => ({
    ...{ status, statusOn: since, startedOn: startedOn ?? null, completedOn: completedOn ?? null },
  }));

export const anyRegisters: fc.Arbitrary<Registers> = fc.record({
  positions: fc.array(position, { maxLength: 4 }),
  training: fc.array(training, { maxLength: 3 }),
  equipment: fc.array(equipment, { maxLength: 3 }),
  activities: fc.array(activity, { maxLength: 3 }),
});

/** What is entered: each row under a code of its own. */
export const rowsToEnter = (registers: Registers): readonly (readonly [Register, readonly FundingCells[]])[] =>
  (Object.keys(registers) as RegisterName[]).map((name) => [
    name,
    registers[name].map((cells, place) => ({ code: `R${String(place)}`, ...cells })),
  ]);

export const registerCodes = ['S2', 'S3', 'T1', 'E1', 'P1'] as const;
export type RegisterCode = (typeof registerCodes)[number];

interface Span {
  readonly first: string;
  readonly last: string;
}

const text = (cells: FundingCells, key: string): string | null => {
  const value = cells[key];
  return typeof value === 'string' ? value : null;
};
const amount = (cells: FundingCells, key: string): number | null => {
  const value = cells[key];
  return typeof value === 'number' ? value : null;
};
const addUp = (rows: readonly FundingCells[], key: string): number => {
  let sum = 0;
  for (const row of rows) sum += amount(row, key) ?? 0;
  return sum;
};
const unknown: Recounted = { value: null, numerator: null, denominator: null, status: 'not_available' };
const whole = (value: number, numerator: number | null, denominator: number | null): Recounted => ({
  ...{ value, numerator, denominator, status: 'complete' },
});

function vacancies(rows: readonly FundingCells[], { last }: Span): Recounted {
  let [open, vacant] = [0, 0];
  for (const row of rows) {
    const [starts, ends] = [text(row, 'startsOn'), text(row, 'endsOn')];
    if ((starts !== null && starts > last) || (ends !== null && ends <= last)) continue;
    const [filled, left] = [text(row, 'filledOn'), text(row, 'leftOn')];
    const hasSomebody = filled !== null && filled <= last && !(left !== null && left <= last);
    open += amount(row, 'fte') ?? 0;
    if (!hasSomebody) vacant += amount(row, 'fte') ?? 0;
  }
  return whole(vacant / 100, vacant / 100, open / 100);
}

const isIn = (day: string | null, { first, last }: Span): boolean => day !== null && first <= day && day <= last;

function trained(rows: readonly FundingCells[], span: Span): Recounted {
  const own = rows.filter((row) => isIn(text(row, 'heldOn'), span));
  if (own.length > 0 && own.every((row) => amount(row, 'doneDays') === null)) return unknown;
  const done = addUp(own, 'doneDays') / 100;
  const isPlanned = own.every((row) => amount(row, 'plannedDays') !== null);
  const isPartial =
    own.some((row) => amount(row, 'doneDays') === null) || rows.some((row) => text(row, 'heldOn') === null);
  const figure = whole(done, done, isPlanned ? addUp(own, 'plannedDays') / 100 : null);
  return isPartial ? { ...figure, status: 'partial' } : figure;
}

function acquired(rows: readonly FundingCells[], span: Span): Recounted {
  const own = rows.filter((row) => isIn(text(row, 'inServiceOn'), span));
  const all = addUp(own, 'quantity');
  return whole(
    all,
    addUp(
      own.filter((row) => text(row, 'acquisition') === 'bought'),
      'quantity',
    ),
    all,
  );
}

/** Completed or under way on the last day: by its status where that was so by then, otherwise by its dates. */
function begun(rows: readonly FundingCells[], { last }: Span): Recounted {
  const isBegun = (row: FundingCells): boolean => {
    const since = text(row, 'statusOn');
    if (since === null || since <= last) return ['completed', 'under_way'].includes(text(row, 'status') ?? '');
    return (text(row, 'completedOn') ?? '9999') <= last || (text(row, 'startedOn') ?? '9999') <= last;
  };
  const count = rows.filter(isBegun).length;
  return whole(count, count, rows.length);
}

/** Of the agreement; not available where its register is empty. */
export function ofRegister(registers: Registers, code: RegisterCode, span: Span): Recounted {
  const rows = { S2: 'positions', S3: 'positions', T1: 'training', E1: 'equipment', P1: 'activities' } as const;
  const own = registers[rows[code]];
  if (own.length === 0) return unknown;
  switch (code) {
    case 'S2':
      return vacancies(own, span);
    case 'S3':
      return whole(own.filter((row) => isIn(text(row, 'leftOn'), span)).length, null, null);
    case 'T1':
      return trained(own, span);
    case 'E1':
      return acquired(own, span);
    case 'P1':
      return begun(own, span);
  }
}

/** What a reader sees of a figure: in place of a value, that a median is not reached or that units have what cannot be made one. */
export function standing({ value, numerator, denominator, status }: Recounted, covered: number): string {
  if (value !== null) return status;
  if (numerator === null && denominator !== null && denominator > 0) return 'not_reached';
  return covered > 0 ? 'by_unit_only' : status;
}
