import type { CivilDate } from '#contract/ground/dates';
import { createChance, type Chance } from './chance.ts';
import { happened, type Happened } from './facts.ts';
import type { Field, OtherRegister, Texts, WrittenRow } from './kinds.ts';
import { fill } from './patterns.ts';
import { createSheet, type Sheet } from './sheet.ts';
import type { Style } from './style.ts';
import { writeRow } from './writeRow.ts';

/** The columns of a form, in their order; what a unit puts in each. */
export interface Form {
  readonly style: Style;
  readonly header: readonly string[];
  readonly cells: (texts: Texts, chance: Chance) => readonly string[];
  /** The way in which a field is written, where that depends on the cells. */
  readonly ways?: (cells: readonly string[]) => Partial<Record<Field, string>>;
  readonly columns: OtherRegister['byHand']['columns'];
}

export interface Habits {
  readonly name: string;
  readonly units: readonly string[];
  readonly separator: string;
  readonly rows: number;
  readonly perMonth: number;
  readonly from: CivilDate;
  readonly titles: readonly string[];
  /** The title line of a month, as a pattern; where there is none, months follow each other without a mark. */
  readonly monthTitle?: string;
  /** The line of its total, with {count}. */
  readonly monthTotal?: readonly string[];
  /** Now and then between rows: notes, numbers of pages. */
  readonly asides: readonly string[];
  /** One after the other: the form changes at equal parts of the register. */
  readonly forms: readonly Form[];
  readonly endings: readonly string[];
}

export function keepRegister(habits: Habits, seed: number): OtherRegister {
  const chance = createChance(seed, habits.name);
  const sheet = createSheet(habits.separator);
  for (const title of habits.titles) sheet.line([title]);
  let form: Form | undefined;
  let inMonth: Happened[] = [];
  let previous: WrittenRow | null = null;
  for (const fact of happened(chance, habits)) {
    const formNow = habits.forms[Math.floor((fact.serial / habits.rows) * habits.forms.length)];
    if (formNow === undefined) throw new RangeError('A register has no form');
    const [earlier = null] = inMonth;
    const isNewMonth = earlier?.receivedOn.slice(0, 7) !== fact.receivedOn.slice(0, 7);
    if (isNewMonth && earlier !== null) endMonth(sheet, habits, formNow, inMonth);
    if (formNow !== form) sheet.line(formNow.header);
    if (isNewMonth && habits.monthTitle) sheet.line([fill(habits.monthTitle, fact.receivedOn)]);
    inMonth = isNewMonth ? [fact] : [...inMonth, fact];
    writeAround(sheet, chance, habits, formNow);
    const written = writeRow(chance, formNow.style, fact, previous);
    const cells = formNow.cells(written.texts, chance);
    const truth = { ...written.truth, ways: { ...written.truth.ways, ...formNow.ways?.(cells) } };
    sheet.row(cells, truth);
    if (chance.happens(0.006) && isWhole(written)) sheet.row(cells, truth, true);
    form = formNow;
    previous = written;
  }
  for (const ending of habits.endings) sheet.line([ending]);
  const byHand = {
    headerRow: habits.titles.filter((title) => title !== '').length,
    columns: habits.forms[0]?.columns ?? {},
  };
  return { name: habits.name, units: habits.units, byHand, ...sheet.done() };
}

function endMonth(sheet: Sheet, { monthTotal }: Habits, { header }: Form, inMonth: readonly Happened[]): void {
  if (monthTotal) {
    const cells = monthTotal.map((cell) => cell.replace('{count}', String(inMonth.length)));
    sheet.line([...cells, ...header.slice(cells.length).map(() => '')]);
  }
  sheet.line([]);
}

function writeAround(sheet: Sheet, chance: Chance, { asides }: Habits, { header }: Form): void {
  if (chance.happens(0.012)) sheet.line(header.map(() => ''));
  if (chance.happens(0.008)) sheet.line(header);
  if (asides.length > 0 && chance.happens(0.01)) sheet.line([chance.pick(asides)]);
}

/** A row that is certain, and says of nothing that it is the same as above it: entered twice, it is the same twice. */
function isWhole({ truth, texts }: WrittenRow): boolean {
  const own = [texts.received, texts.source, texts.unit, texts.outcome].every((text) => !isSame.test(text));
  return own && truth.undecided.length === 0 && truth.externalNumber !== null;
}

const isSame = /^(?:idem|id\.|"|same|ditto|same as above)$/i;
