import { expect } from 'vitest';
import { ledgerSign, ledgerTerm } from '#contract/ground/codes';
import { addMonths, quarterMonths, type Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import type { Range } from '../../../../db/reporting/suppression/table.ts';
import {
  ledgerCategory,
  type LedgerCategory,
  type ReleaseContent,
} from '../../../../db/reporting/returns/release/content.ts';
import { libraryRange } from '../suppression/attackers.ts';

interface Variable {
  readonly truth: number;
  readonly lower: number | null;
  /** The first release that published it; null while none has. */
  published: number | null;
}

/** What anybody knows to hold what: bundled referrals, charges of persons, files by age, referrals with an answer, answers in time. */
const containedIn = [
  ['R1', 'R2'],
  ['C1', 'C2'],
  ['B2', 'B3'],
  ['R1', 'R3 answered'],
  ['R3 answered', 'R3 in time'],
] as const;

const countNames: Readonly<Record<string, string>> = { R1: 'received' };

/**
 * What a reader of releases can write down from their tables alone: each figure a variable under the name of what it counts, so that a
 * figure that stays the same is the same in every release, and every sum that is known to be true. It was written without the code that
 * makes releases; the true values are stored with them, to be compared and never read as published.
 */
export class ReleaseReader {
  readonly #variables: Variable[] = [];
  readonly #names = new Map<string, number[]>();
  readonly #relations: (readonly [number, number])[][] = [];
  #releases = 0;

  /** Several of one name are the versions of a figure that was corrected. */
  #variable(name: string, truth: number, signed: boolean): number {
    const versions = this.#names.get(name) ?? [];
    const same = versions.find((each) => this.#variables[each]!.truth === truth);
    if (same !== undefined) return same;
    const found = this.#variables.push({ truth, lower: signed ? null : 0, published: null }) - 1;
    this.#names.set(name, [...versions, found]);
    for (const before of versions) {
      const change = truth - this.#variables[before]!.truth;
      const difference = this.#variables.push({ truth: change, lower: null, published: null }) - 1;
      this.#relations.push([
        [found, 1],
        [before, -1],
        [difference, -1],
      ]);
    }
    return found;
  }

  #read(name: string, truth: number, { value, mark }: { value: number | null; mark: string }, signed = false): number {
    const variable = this.#variable(name, truth, signed);
    if (mark === 'x') return variable;
    // Every number that is published is the true one.
    expect([name, value]).toEqual([name, truth]);
    this.#variables[variable]!.published ??= this.#releases;
    return variable;
  }

  #sum(total: number, parts: readonly number[]): void {
    if (parts.length > 1) this.#relations.push([[total, -1], ...parts.map((part) => [part, 1] as const)]);
  }

  read(content: ReturnContent, release: ReleaseContent): void {
    this.#releases += 1;
    this.#readLedger(content, release);
    this.#readCounts(content, release);
    this.#readCategories(content, release);
  }

  /** A reader of the agreement's count by category knows that each unit's has them, although no unit's is printed. */
  #readCategories(content: ReturnContent, release: ReleaseContent): void {
    const months = quarterMonths(content.quarter).join();
    const everyone = content.units.map((each) => each.code).join('+');
    const lines = release.categories ?? [];
    const ways = new Set(lines.map(({ code, by }) => `${code} ${by}`));
    for (const way of ways) {
      const own = lines.filter(({ code, by }) => `${code} ${by}` === way);
      const code = own[0]!.code;
      const figureOf = (unitCode: string | null) =>
        content.values.find((each) => each.code === code && each.unitCode === unitCode)!;
      const truth = (unitCode: string | null, category: string): number =>
        figureOf(unitCode).parts.find((part) => `${code} ${part.by}` === way && part.category === category)?.value ?? 0;
      const nameOf = (who: string, category: string): string => `${who} ${way} ${category} ${months}`;
      const cells = new Map(
        content.units.map((unit) => [
          unit.code,
          own.map(({ category }) => this.#variable(nameOf(unit.code, category), truth(unit.code, category), false)),
        ]),
      );
      for (const [index, { category, shown }] of own.entries()) {
        const total = this.#read(nameOf(everyone, category), truth(null, category), shown);
        this.#sum(
          total,
          content.units.map((unit) => cells.get(unit.code)![index]!),
        );
      }
      for (const [unitCode, parts] of cells) {
        const whole = this.#variable(
          `${unitCode} ${countNames[code] ?? code} ${months}`,
          figureOf(unitCode).value!,
          false,
        );
        this.#sum(whole, parts);
      }
    }
  }

  #readLedger(content: ReturnContent, release: ReleaseContent): void {
    const months = quarterMonths(content.quarter);
    const everyone = content.units.map((each) => each.code).join('+');
    const lines = release.ledger.map(({ unitCode, month, cells }) => {
      const span: readonly Month[] = month === null ? months : [month];
      const truth = (category: LedgerCategory): number =>
        content.ledger
          .filter((each) => unitCode === null || each.unitCode === unitCode)
          .filter((each) => {
            if (category === 'opening') return each.month === span[0];
            return category === 'closing' ? each.month === span.at(-1) : span.includes(each.month);
          })
          .reduce((total, { line }) => {
            if (category === 'opening') return total + line.opening!;
            return total + (category === 'closing' ? line.closing! : line.terms[category]!);
          }, 0);
      const who = unitCode ?? everyone;
      const name = (category: LedgerCategory): string => {
        if (category === 'opening') return `${who} stock ${addMonths(span[0]!, -1)}`;
        return category === 'closing' ? `${who} stock ${span.at(-1)!}` : `${who} ${category} ${span.join()}`;
      };
      const at = (category: LedgerCategory): number =>
        this.#read(name(category), truth(category), cells[category], category === 'reclassified');
      const row = new Map(ledgerCategory.options.map((category) => [category, at(category)]));
      this.#relations.push([
        [row.get('opening')!, 1],
        ...ledgerTerm.options.map((term) => [row.get(term)!, ledgerSign[term]] as const),
        [row.get('closing')!, -1],
      ]);
      return { unitCode, month, row };
    });
    const total = lines.find((each) => each.unitCode === null && each.month === null)!;
    for (const category of ledgerCategory.options) {
      const of = (wanted: typeof lines): number[] => wanted.map(({ row }) => row.get(category)!);
      this.#sum(total.row.get(category)!, of(lines.filter((each) => each.unitCode !== null)));
      if (category !== 'opening' && category !== 'closing')
        this.#sum(total.row.get(category)!, of(lines.filter((each) => each.month !== null)));
    }
  }

  #readCounts(content: ReturnContent, release: ReleaseContent): void {
    const months = quarterMonths(content.quarter);
    const everyone = content.units.map((each) => each.code).join('+');
    const name = (code: string, unitCode: string | null): string => {
      const who = unitCode ?? everyone;
      if (code === 'B1') return `${who} stock ${addMonths(months[0], -1)}`;
      return code === 'B2' ? `${who} stock ${months[2]}` : `${who} ${countNames[code] ?? code} ${months.join()}`;
    };
    const lines = release.counts.flatMap((count) => {
      const { code, unitCode, shown, parts } = count;
      const figure = content.values.find((each) => each.code === code && each.unitCode === unitCode)!;
      if (!parts) return figure.value === null ? [] : [{ code, unitCode, truth: figure.value, shown }];
      // A share that is shown gives back nothing that its two numbers do not.
      const { numerator, denominator } = parts;
      if (shown.value !== null)
        expect(shown.value).toBe(Math.round((1000 * numerator.value!) / denominator.value!) / 10);
      return [
        { code: `${code} in time`, unitCode, truth: figure.numerator!, shown: numerator },
        { code: `${code} answered`, unitCode, truth: figure.denominator!, shown: denominator },
      ];
    });
    const read = lines.map((line) => {
      const covered = lines.filter((each) => each.code === line.code && each.unitCode !== null);
      const who = line.unitCode ?? covered.map((each) => each.unitCode).join('+');
      const at = this.#read(name(line.code, line.unitCode === null ? who : line.unitCode), line.truth, line.shown);
      return { ...line, who, at };
    });
    for (const total of read.filter((each) => each.unitCode === null))
      this.#sum(
        total.at,
        read.filter((each) => each.code === total.code && each.unitCode !== null).map((each) => each.at),
      );
    for (const [code, within] of containedIn)
      for (const whole of read.filter((each) => each.code === code)) {
        const part = read.find((each) => each.code === within && each.who === whole.who);
        if (!part) continue;
        const between = `${whole.who} ${code} less ${within} ${months.join()}`;
        const rest = this.#variable(between, whole.truth - part.truth, false);
        this.#relations.push([
          [whole.at, 1],
          [part.at, -1],
          [rest, -1],
        ]);
      }
  }

  #rangeAfter(releases: number, variable: number): Range {
    const seen = {
      values: this.#variables.map(({ truth, published }) =>
        published !== null && published <= releases ? truth : null,
      ),
      lower: this.#variables.map(({ lower }) => lower),
      relations: this.#relations,
    };
    return libraryRange(seen, variable);
  }

  /**
   * Counts of 1 to 4, printed or not, and changes of as many, that the last release does not leave free from 1 to 4. What earlier releases
   * disclosed of a sum that was not a cell of theirs does not count.
   */
  told(): readonly string[] {
    return this.#variables.flatMap(({ truth }, variable) => {
      const size = Math.abs(truth);
      if (size < 1 || size > 4) return [];
      const [low, high] = this.#rangeAfter(this.#releases, variable);
      const [least, most] = truth > 0 ? [1, 4] : [-4, -1];
      if (low <= least && high >= most) return [];
      const [lowBefore, highBefore] = this.#rangeAfter(this.#releases - 1, variable);
      if (low <= Math.max(least, lowBefore) && high >= Math.min(most, highBefore)) return [];
      const name = [...this.#names].find(([, versions]) => versions.includes(variable))?.[0] ?? 'difference';
      return [`${name}: ${truth} in ${low}..${high}`];
    });
  }
}
