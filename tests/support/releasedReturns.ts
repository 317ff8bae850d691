import fc from 'fast-check';
import { countedBy, isCountedCode, type CountedBreakdown } from '#contract/reporting/breakdowns';
import { ledgerSign, ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import { monthsBetween, quarterMonths, type Month, type Quarter } from '#contract/ground/dates';
import type { AgreementId, UnitId } from '#contract/ground/ids';
import { returnContent, type IndicatorValue, type ReturnContent } from '#contract/reporting/returns';
import { countParts } from '../../db/reporting/indicators/breakdowns.ts';
import { framework } from '../../db/reporting/indicators/framework.ts';

type Terms = Readonly<Record<LedgerTerm, number>>;

export interface StoryMonth {
  readonly terms: Terms;
  readonly bundled: number;
  readonly acts: readonly number[];
  /** Out of what contains them: persons charged of the charges, answers of the referrals, answers in time of those. */
  readonly shares: readonly [persons: number, answered: number, inTime: number];
}

/** What happened in one unit: its stock at the first day, then each month. */
export interface UnitStory {
  readonly code: string;
  readonly opening: number;
  readonly months: readonly StoryMonth[];
  /** How its counts fall into categories: the share of the rest for each in turn. */
  readonly cuts?: readonly number[];
}

/** Counts that no balance binds; the persons charged are drawn within the charges. */
const acts = ['I1', 'V1', 'C1', 'C3'] as const;
export const storyStart = '2026-04' as Month;

const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 }) },
);
const share = fc.constantFrom(0, 0.1, 0.5, 0.9, 1);
const anyMonth = fc.record({
  terms: fc.record(
    Object.fromEntries(
      ledgerTerm.options.map((term) => [term, term === 'reclassified' ? fc.integer({ min: -3, max: 1 }) : count]),
    ) as Record<LedgerTerm, fc.Arbitrary<number>>,
  ),
  bundled: fc.integer({ min: 0, max: 3 }),
  acts: fc.array(count, { minLength: acts.length, maxLength: acts.length }),
  shares: fc.tuple(share, share, share),
});

/** Units over so many months, with a stock that never runs out. */
export const anyStories = (units: readonly [least: number, most: number], months: number) =>
  fc
    .array(
      fc.record({
        opening: fc.integer({ min: 400 * months, max: 500 * months }),
        months: fc.array(anyMonth, { minLength: months, maxLength: months }),
        cuts: fc.array(share, { minLength: 3, maxLength: 3 }),
      }),
      { minLength: units[0], maxLength: units[1] },
    )
    .map((stories) =>
      stories.map((story, index): UnitStory => ({ ...story, code: `U${String(index + 1).padStart(2, '0')}` })),
    );

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function linesOf({ opening, months }: UnitStory) {
  let stock = opening;
  return months.map(({ terms }) => {
    const start = stock;
    stock += sum(ledgerTerm.options.map((term) => ledgerSign[term] * terms[term]));
    return { opening: start, terms, closing: stock, balanced: stock >= 0 };
  });
}

function figuresOf(story: UnitStory, positions: readonly number[]): Readonly<Record<string, number>> {
  const months = positions.map((position) => story.months[position]!);
  const lines = linesOf(story);
  const received = sum(months.map(({ terms }) => terms.received));
  const charges = months.map((month) => month.acts[acts.indexOf('C1')]!);
  return {
    R1: received,
    C2: sum(months.map(({ shares }, index) => Math.floor(shares[0] * charges[index]!))),
    B3: Math.floor(months.at(-1)!.shares[1] * 20),
    R2: received - Math.min(received, sum(months.map(({ bundled }) => bundled))),
    B1: lines[positions[0]!]!.opening,
    B2: lines[positions.at(-1)!]!.closing,
    ...Object.fromEntries(acts.map((code, index) => [code, sum(months.map((month) => month.acts[index]!))])),
  };
}

/** Of a story's quarter, the referrals that have an answer and those of them that were acted on in time. */
function answersOf(story: UnitStory, positions: readonly number[]): readonly [inTime: number, answered: number] {
  const months = positions.map((position) => story.months[position]!);
  const answered = months.map(({ terms, shares }) => Math.floor(shares[1] * terms.received));
  return [sum(months.map(({ shares }, index) => Math.floor(shares[2] * answered[index]!))), sum(answered)];
}

/** What the stories break down: a closed list of several categories each way, one of two and one of a catalogue. */
const cutBy: readonly string[] = [
  'V1 age_band',
  'V1 gender',
  'C2 youth_adult',
  'C1 offence_section',
  'I1 origin',
  'R1 source',
];
const categories: Readonly<Partial<Record<CountedBreakdown, readonly string[]>>> = {
  age_band: ['0_11', '12_13', '16_17', 'unknown'],
  gender: ['woman_girl', 'man_boy', 'non_binary'],
  youth_adult: ['youth', 'adult', 'unknown'],
  offence_section: ['163.1(4)', '172.1', '271'],
  origin: ['reactive', 'proactive'],
  source: ['ncecc', 'cybertip', 'public', 'other'],
};

/** A whole cut in parts: most of it in one category, the rest where the story says. */
function cut({ cuts = [0.7] }: UnitStory, by: CountedBreakdown, whole: number): readonly (readonly [string, number])[] {
  const names = categories[by] ?? [];
  let left = whole;
  return names.map((name, index) => {
    const share = cuts[(index + by.length) % cuts.length] ?? 0;
    const part = index === names.length - 1 ? left : Math.min(left, Math.round(share * left));
    left -= part;
    return [name, part] as const;
  });
}

const unitIdOf = (code: string): UnitId => `0190a000-0000-7000-8000-0000000000${code.slice(1)}` as UnitId;

/** A return's content as the store would assemble it, of units whose data are whole. */
export function contentOf(stories: readonly UnitStory[], quarter: Quarter, agreement = 'AG-1'): ReturnContent {
  const months = quarterMonths(quarter);
  const all = monthsBetween(storyStart, months[2]);
  const positions = months.map((month) => all.indexOf(month));
  const value = (code: string, unitCode: string | null, number: number, units: number): IndicatorValue => ({
    code,
    unitCode,
    value: number,
    numerator: null,
    denominator: null,
    parts: [],
    breakdowns: [],
    entered: null,
    status: number === 0 ? 'zero_confirmed' : 'complete',
    unitsCovered: units,
    unitsAsked: units,
    agreements: null,
    definitionVersion: '1',
    packIds: [],
    calculation: unitCode === null ? 'sum' : code.startsWith('B') ? 'ledger' : 'pack',
    previous: null,
  });
  /** Its categories, as the story cuts it: of a unit, or added up over units. */
  const cutsOf = (code: string, wholes: readonly { readonly story: UnitStory; readonly whole: number }[]) => {
    const ways = isCountedCode(code) ? countedBy[code].filter((by) => cutBy.includes(`${code} ${by}`)) : [];
    return {
      breakdowns: ways.map((by) => ({ by, unitsCovered: wholes.length })),
      parts: ways.flatMap((by) => {
        const counts = new Map<string, number>();
        for (const { story, whole } of wholes)
          for (const [category, part] of cut(story, by, whole))
            counts.set(category, (counts.get(category) ?? 0) + part);
        return countParts(by, counts);
      }),
    };
  };
  const figures = stories.map((story) => ({ story, code: story.code, values: figuresOf(story, positions) }));
  const codes = ['R1', 'R2', 'B1', 'B2', 'B3', 'C2', ...acts];
  const answers = stories.map((story) => ({ code: story.code, parts: answersOf(story, positions) }));
  /** As a unit's stock gives it: no share of nothing. */
  const inTime = (
    unitCode: string | null,
    [part, whole]: readonly [number, number],
    units: number,
  ): IndicatorValue => ({
    ...value('R3', unitCode, 0, units),
    ...(whole === 0
      ? { value: null, numerator: null, denominator: null, status: 'not_available' }
      : { value: Math.round((1000 * part) / whole) / 10, numerator: part, denominator: whole, status: 'complete' }),
    calculation: unitCode === null ? 'units' : 'pack',
  });
  const answering = answers.filter(({ parts }) => parts[1] > 0).map(({ parts }) => parts);
  const allAnswers = [sum(answering.map(([part]) => part)), sum(answering.map(([, whole]) => whole))] as const;
  const noText = { en: '', fr: '' };
  return returnContent.parse({
    schemaVersion: '1',
    agreement: {
      id: '0190a000-0000-7000-8000-000000000999' as AgreementId,
      code: agreement,
      recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
      programme: { en: 'Programme', fr: 'Programme' },
      startsOn: '2026-04-01',
      endsOn: '2028-03-31',
      languages: ['en', 'fr'],
    },
    consolidated: false,
    quarter,
    marking: 'PROTECTED B / PROTÉGÉ B',
    demonstration: true,
    framework,
    units: stories.map(({ code }) => ({
      id: unitIdOf(code),
      code,
      name: { en: code, fr: code },
      service: 'Fictitious',
    })),
    values: [
      ...codes.flatMap((code) => [
        ...figures.map(({ story, code: unitCode, values }) => ({
          ...value(code, unitCode, values[code]!, 1),
          ...cutsOf(code, [{ story, whole: values[code]! }]),
        })),
        {
          ...value(code, null, sum(figures.map((each) => each.values[code]!)), stories.length),
          ...cutsOf(
            code,
            figures.map(({ story, values }) => ({ story, whole: values[code]! })),
          ),
        },
      ]),
      ...answers.map(({ code, parts }) => inTime(code, parts, 1)),
      inTime(null, allAnswers, answering.length),
    ],
    ledger: stories.flatMap((story) =>
      positions.map((position, index) => ({
        unitCode: story.code,
        month: months[index],
        line: linesOf(story)[position],
      })),
    ),
    categories: [],
    reconciliation: [],
    agreementFigures: [],
    stock: [],
    panel: [],
    rules: [],
    counterfactual: null,
    funding: null,
    packs: [],
    actualsStatus: 'preliminary',
    explanations: [],
    notReceived: [],
    narrative: { progress: noText, risks: noText, events: noText },
    attestations: [],
    restatement: null,
    checks: [],
  });
}
