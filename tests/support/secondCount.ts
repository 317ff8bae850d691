import { parse } from 'csv-parse/sync';
import type { UnitStock } from '#contract/reporting/indicators';
import { filesOf, naiveMedian } from './naiveMedian.ts';
import { ofRegister, registerCodes, type Recounted, type RegisterCode, type Registers } from './secondRegisters.ts';

/**
 * A second, naive reading of a return: every figure of `indicators.csv` from the months of `panel.csv`, the movements of `ledger.csv`, what
 * the units said of their stock and the registers, by sums that a reader would make on paper. Nothing of the application counts here.
 */
export type Row = Readonly<Record<string, string>>;
type Amount = number | null;

export interface Budget {
  /** Forecast and actual of the quarter before and of the quarter, in cents. */
  readonly before: readonly [Amount, Amount];
  readonly now: readonly [Amount, Amount];
}

export interface Files {
  readonly panel: Buffer;
  readonly ledger: Buffer;
  readonly stock: ReadonlyMap<string, { readonly before: UnitStock | null; readonly now: UnitStock | null }>;
  readonly budget: readonly Budget[];
  readonly registers: Registers;
  readonly units: readonly string[];
  readonly months: readonly [string, string, string];
  readonly monthsBefore: readonly [string, string, string];
}

export const rowsOf = (bytes: Buffer): Row[] => parse(bytes, { bom: true, columns: true });
export const amountOf = (text: string | undefined): Amount => (text === undefined || text === '' ? null : Number(text));

const none: Recounted = { value: null, numerator: null, denominator: null, status: 'not_available' };
const add = (amounts: readonly number[]): number =>
  Math.round(amounts.reduce((total, each) => total + each, 0) * 1e6) / 1e6;

const measures: Readonly<Record<string, string>> = {
  R1: 'received',
  I1: 'investigations_opened',
  I2: 'investigations_concluded',
  C1: 'charges_laid',
  C2: 'persons_charged',
  C3: 'arrests',
  J1: 'dispositions',
  A1: 'authorizations',
  V1: 'victims_identified',
  V2: 'victims_safeguarded',
  V3: 'support_referrals',
  D1: 'devices_seized',
  D2: 'devices_examined',
  N1: 'partner_services',
};
const into = ['received', 'proactive', 'reopened', 'returned', 'transferred_in', 'reclassified'];
const out = ['concluded', 'administrative', 'to_court', 'transferred_out'];

export class SecondCount {
  private readonly cells = new Map<string, Row>();
  private readonly movements = new Map<string, Row>();
  private readonly files: Files;

  constructor(files: Files) {
    this.files = files;
    for (const row of rowsOf(files.panel))
      this.cells.set(`${row['unit_code']} ${row['period_end']!.slice(0, 7)} ${row['indicator_code']}`, row);
    for (const row of rowsOf(files.ledger)) this.movements.set(this.movementKey(row), row);
  }

  private movementKey(row: Row): string {
    return `${row['unit_code']} ${row['category_code']} ${row['period_end']!.slice(0, 7)}`;
  }

  /** Of the months named; unknown as soon as one of them is. */
  private sum(
    unit: string,
    names: readonly string[],
    months: readonly string[],
    signs: readonly number[] = [],
  ): Recounted {
    const found = names.flatMap((name, place) =>
      months.map((month) => ({ row: this.cells.get(`${unit} ${month} ${name}`), sign: signs[place] ?? 1 })),
    );
    const amounts = found.map(({ row, sign }) => ({ amount: amountOf(row?.['value']), sign }));
    if (amounts.some(({ amount }) => amount === null)) return none;
    const states = found.map(({ row }) => row!['status_code']!);
    const status = states.includes('partial')
      ? 'partial'
      : states.every((each) => each === 'zero_confirmed')
        ? 'zero_confirmed'
        : 'complete';
    return { ...none, value: add(amounts.map(({ amount, sign }) => amount! * sign)), status };
  }

  /** A funded part of a whole. */
  private shared(unit: string, [funded, base]: readonly [string, string], months: readonly string[]): Recounted {
    const [part, whole] = [this.sum(unit, [funded], months), this.sum(unit, [funded, base], months)];
    if (whole.value === null) return { ...none, numerator: part.value };
    return { value: whole.value, numerator: part.value, denominator: whole.value, status: whole.status };
  }

  /** The balance at the end of a month, from the first opening on, on paper; partial once a term of it was. */
  private balance(unit: string, last: string): Recounted {
    const openings = [...this.cells.values()].filter(
      (row) => row['unit_code'] === unit && row['indicator_code'] === 'backlog_opening',
    );
    const opening = openings[0];
    if (!opening) return none;
    let value = amountOf(opening['value']);
    let partial = opening['status_code'] === 'partial';
    for (let month = opening['period_end']!.slice(0, 7); month <= last; month = after(month)) {
      for (const name of [...into, ...out]) {
        const row = this.cells.get(`${unit} ${month} ${name}`);
        const amount = amountOf(row?.['value']);
        partial ||= row?.['status_code'] === 'partial';
        value = value === null || amount === null ? null : value + (out.includes(name) ? -amount : amount);
      }
    }
    return value === null ? none : { ...none, value, status: partial ? 'partial' : 'complete' };
  }

  private ofStock(unit: string, code: string, at: 'before' | 'now'): Recounted {
    const stock = this.files.stock.get(unit)?.[at];
    if (!stock) return none;
    if (code === 'R3') {
      const [numerator, denominator] = [
        add(stock.acted.map((each) => each.numerator)),
        add(stock.acted.map((each) => each.denominator)),
      ];
      if (stock.acted.length === 0) return none;
      const value = denominator === 0 ? null : Math.round((numerator / denominator) * 1000) / 10;
      return { value, numerator, denominator, status: value === null ? 'not_available' : 'complete' };
    }
    if (code === 'B5') {
      const median = stock.medians.find(({ stage }) => stage === 'whole');
      const value = median?.days ?? null;
      return {
        ...none,
        value,
        denominator: median?.files ?? null,
        status: value === null ? 'not_available' : 'complete',
      };
    }
    const value = code === 'B3' ? stock.over180 : stock.oldestDays;
    return value === null ? none : { ...none, value, status: stock.declared > 0 ? 'partial' : 'complete' };
  }

  unit(unit: string, code: string, at: 'before' | 'now'): Recounted {
    const months = at === 'now' ? this.files.months : this.files.monthsBefore;
    const [first, , last] = months;
    if (measures[code] !== undefined) return this.sum(unit, [measures[code]], months);
    switch (code) {
      case 'R2':
        return this.sum(unit, ['received', 'referrals_bundled'], months, [1, -1]);
      case 'B1':
        return this.balance(unit, before(first));
      case 'B2':
        return this.balance(unit, last);
      case 'S1':
        return this.shared(unit, ['fte_funded', 'fte_base'], [last]);
      case 'O1':
        return this.shared(unit, ['overtime_funded_hours', 'overtime_base_hours'], months);
      default:
        return this.ofStock(unit, code, at);
    }
  }

  /** Of all units: what can be added up is, a share from its parts, the largest of all; of one unit of several only a sum is shown. */
  total(code: string, how: string, at: 'before' | 'now'): Recounted & { readonly covered: number } {
    const ofAgreement = this.ofAgreement(code, at);
    if (ofAgreement) return { ...ofAgreement, covered: ofAgreement.value === null ? 0 : 1 };
    const all = this.files.units.map((unit) => this.unit(unit, code, at));
    const known = all.filter((each) => each.value !== null);
    if (code === 'B5' && all.length > 1) return this.together(at, all, known.length);
    const parts = (pick: (each: Recounted) => Amount): Amount =>
      known.length > 0 && known.every((each) => pick(each) !== null) ? add(known.map((each) => pick(each)!)) : null;
    const [numerator, denominator] = [parts((each) => each.numerator), parts((each) => each.denominator)];
    const one = all.length === 1 ? all[0]! : null;
    const isAlone = known.length === 1 && one === null;
    // A median of files that have not come to the end is reported without a value.
    if (code === 'B5' && one?.value === null && one.denominator) return { ...one, covered: 1 };
    const values = known.map((each) => each.value!);
    let value: Amount = null;
    if (known.length === 0) value = null;
    else if (one) value = one.value;
    else if (how === 'sum') value = add(values);
    else if (isAlone || how === 'none') value = null;
    else if (how === 'largest') value = Math.max(...values);
    else value = numerator === null || !denominator ? null : Math.round((numerator / denominator) * 1000) / 10;
    const hasParts = one !== null || how === 'sum' || (how === 'ratio' && !isAlone);
    const states = known.map((each) => each.status);
    const status =
      value === null
        ? 'not_available'
        : known.length < all.length || states.includes('partial')
          ? 'partial'
          : states.every((each) => each === 'zero_confirmed')
            ? 'zero_confirmed'
            : 'complete';
    return {
      value,
      numerator: hasParts ? numerator : null,
      denominator: hasParts ? denominator : null,
      status,
      covered: known.length,
    };
  }

  /** The median of the files of all units; by unit only where one does not tell its files. */
  private together(at: 'before' | 'now', all: readonly Recounted[], known: number) {
    const told = this.files.units
      .flatMap((unit) => this.files.stock.get(unit)?.[at]?.medians ?? [])
      .filter(({ files }) => files > 0);
    const tables = told.flatMap(({ durations }) => durations ?? []);
    if (tables.length < told.length || tables.length < 2) return { ...none, covered: known };
    const files = tables.flatMap(filesOf);
    const value = naiveMedian(files);
    const status = value === null ? 'not_available' : tables.length < all.length ? 'partial' : 'complete';
    return { ...none, value, denominator: files.length, status, covered: tables.length };
  }

  /** What the agreement's own registers say; null of what its units do. */
  private ofAgreement(code: string, at: 'before' | 'now'): Recounted | null {
    if (code === 'F1') return this.spending(at);
    if (!registerCodes.some((each) => each === code)) return null;
    const months = at === 'now' ? this.files.months : this.files.monthsBefore;
    const span = { first: `${months[0]}-01`, last: `${months[2]}-${months[2].endsWith('12') ? '31' : '30'}` };
    return ofRegister(this.files.registers, code as RegisterCode, span);
  }

  private spending(at: 'before' | 'now'): Recounted {
    const lines = this.files.budget.map((line) => line[at]);
    const spent = lines.flatMap(([, actual]) => actual ?? []);
    if (spent.length === 0) return none;
    const forecasts = lines.map(([forecast]) => forecast);
    return {
      value: add(spent) / 100,
      numerator: add(spent) / 100,
      denominator: forecasts.includes(null) ? null : add(forecasts.map((each) => each!)) / 100,
      status: spent.length < lines.length ? 'partial' : 'complete',
    };
  }

  /** Whether a unit tells the files that its median rests on, also where it is not reached. */
  private tells(unit: string, at: 'before' | 'now'): boolean {
    const median = this.files.stock.get(unit)?.[at]?.medians[0];
    return median !== undefined && median.files > 0 && median.durations !== undefined;
  }

  /** Whether the same units tell the files of their medians in both quarters. */
  tellsTheSame(): boolean {
    return this.files.units.every((unit) => this.tells(unit, 'before') === this.tells(unit, 'now'));
  }

  /** Whether the same units say something in both quarters, and how many did before. */
  coverage(code: string, unit: string | null): { readonly isSame: boolean; readonly before: number } {
    const [earlier, later] = [this.ofAgreement(code, 'before'), this.ofAgreement(code, 'now')];
    if (earlier && later) {
      const [was, is] = [earlier.value !== null, later.value !== null];
      return { isSame: was === is, before: was ? 1 : 0 };
    }
    const units = unit === null ? this.files.units : [unit];
    const known = (at: 'before' | 'now') => units.filter((each) => this.unit(each, code, at).value !== null);
    const [was, is] = [known('before'), known('now')];
    const isSame = was.join(' ') === is.join(' ');
    if (code !== 'B5' || unit !== null || !isSame || this.tellsTheSame()) return { isSame, before: was.length };
    return { isSame: false, before: units.filter((each) => was.includes(each) || this.tells(each, 'before')).length };
  }

  /** Each movement of a month as the ledger has it and as the panel does. */
  termsOf(
    unit: string,
    month: string,
  ): readonly { readonly name: string; readonly inLedger: Amount; readonly inPanel: Amount }[] {
    return [...into, ...out].map((name) => ({
      name,
      inLedger: amountOf(this.movements.get(`${unit} ${name} ${month}`)?.['value']),
      inPanel: amountOf(this.cells.get(`${unit} ${month} ${name}`)?.['value']),
    }));
  }

  /** Opening, movements and closing of a month, and what they come to. */
  movementsOf(unit: string, month: string): { readonly reported: Amount; readonly added: Amount } {
    const at = (category: string, when: string): Amount =>
      amountOf(this.movements.get(`${unit} ${category} ${when}`)?.['value']);
    const opening = at('opening', month);
    const terms = [...into, ...out].map((name) => ({ name, amount: at(name, month) }));
    const isKnown = opening !== null && terms.every(({ amount }) => amount !== null);
    const moved = terms.map(({ name, amount }) => (out.includes(name) ? -(amount ?? 0) : (amount ?? 0)));
    return { reported: at('closing', month), added: isKnown ? add([opening, ...moved]) : null };
  }
}

function after(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`;
}

function before(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`;
}
