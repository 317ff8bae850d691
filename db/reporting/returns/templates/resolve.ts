import { sumWhole } from '#contract/ground/amounts';
import { ledgerTerm } from '#contract/ground/codes';
import { quarterNumbers } from '#contract/ground/dates';
import { cashFlowOf } from '#contract/reporting/cashFlow';
import type {
  PublishedEstimate,
  PublishedQuantiles,
  PublishedTotal,
  PublishedUnit,
} from '#contract/reporting/publishedEstimate';
import { varianceOf } from '#contract/reporting/spending';
import { periodOf } from '#contract/ground/period';
import { comparisonNotes, comparisonOf } from '#contract/reporting/comparison';
import type { IndicatorPart, ReturnFact, TemplateSource } from '#contract/reporting/templates';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { unsignedMarks } from '#contract/reporting/unsigned';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import type { Snapshot } from '../locked.ts';

/** A number, a text, a civil date as `YYYY-MM-DD`; null where the return does not have it. */
export type Resolved = string | number | null;
type Of<K extends TemplateSource['kind']> = Extract<TemplateSource, { readonly kind: K }>;

const written = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

function partOf(content: ReturnContent, figure: IndicatorValue, part: IndicatorPart, language: 'en' | 'fr'): Resolved {
  const { value, numerator, denominator, status, agreements, unitsCovered, unitsAsked } = figure;
  const comparison = comparisonOf(content, figure);
  const { state, previous, change, coverage } = comparison;
  const words = codeWords.valueStatus[status][language];
  const marks = unsignedMarks(content, figure).map((mark) => headings[mark][language]);
  const { covered, asked } = agreements ?? { covered: unitsCovered, asked: unitsAsked };
  const parts: Readonly<Record<IndicatorPart, Resolved>> = {
    value,
    previous,
    change: change?.absolute ?? null,
    numerator,
    denominator,
    status: [words, ...marks].join('; '),
    covered,
    asked,
    covered_before: state === 'not_applicable' ? null : coverage.before,
    comparison: written(
      comparisonNotes(content, figure, comparison)
        .map((each) => each[language])
        .join('; '),
    ),
  };
  return parts[part];
}

function indicator(content: ReturnContent, { code, unitCode, part, language }: Of<'indicator'>): Resolved {
  const figure = content.values.find((each) => each.code === code && each.unitCode === unitCode);
  return figure ? partOf(content, figure, part, language) : null;
}

function ledger({ ledger: lines, units, quarter }: ReturnContent, { unitCode, column, month }: Of<'ledger'>): Resolved {
  const { months } = periodOf(quarter);
  const wanted = month === null ? months : months.slice(month - 1, month);
  const ofUnit = (code: string): number | null => {
    const line = (index: number) =>
      lines.find((each) => each.unitCode === code && each.month === wanted.at(index))?.line;
    if (column === 'opening') return line(0)?.opening ?? null;
    if (column === 'closing') return line(-1)?.closing ?? null;
    const term = ledgerTerm.parse(column);
    return sumWhole(wanted.map((_, index) => line(index)?.terms[term] ?? null));
  };
  if (unitCode !== null) return ofUnit(unitCode);
  return units.length === 0 ? null : sumWhole(units.map((each) => ofUnit(each.code)));
}

function fact({ locked, content }: Snapshot, { fact: name, language }: Of<'fact'>): Resolved {
  const { agreement, quarter, units, actualsStatus } = content;
  const period = periodOf(quarter);
  const facts: Readonly<Record<ReturnFact, Resolved>> = {
    agreement_code: agreement.code,
    recipient: agreement.recipient[language],
    programme: agreement.programme[language],
    units: units.map((each) => each.name[language]).join(', '),
    fiscal_year: period.year[language],
    quarter: `${language === 'en' ? 'Q' : 'T'}${quarter.quarter}`,
    period_start: period.firstDay,
    period_end: period.lastDay,
    actuals: codeWords.actuals[actualsStatus][language],
    version: locked.sequence,
    locked_on: new Date(locked.lockedAt).toISOString().slice(0, 10),
    content_hash: locked.contentHash,
  };
  return facts[name];
}

function attestation({ attestations }: ReturnContent, { role, part }: Of<'attestation'>): Resolved {
  const given = attestations.find((each) => each.role === role);
  if (!given) return null;
  return part === 'date' ? given.on : given[part];
}

const dollars = (cents: number | null): number | null => (cents === null ? null : cents / 100);

/** Of one line, or of all; of all only what every line has. */
function budget({ funding, quarter }: ReturnContent, { line, column }: Of<'budget'>): Resolved {
  const lines = (funding?.budget ?? []).filter(({ code }) => line === null || code === line);
  if (lines.length === 0) return null;
  const sum = (key: string): number | null =>
    sumWhole(lines.map((row) => (typeof row[key] === 'number' ? row[key] : null)));
  const own = `q${String(quarter.quarter)}`;
  switch (column) {
    case 'budget':
      return dollars(sum('budget'));
    case 'forecast':
      return dollars(sum(`${own}Forecast`));
    case 'actual':
      return dollars(sum(`${own}Actual`));
    case 'variance':
      return dollars(varianceOf(sum(`${own}Forecast`), sum(`${own}Actual`)));
    case 'spent':
      return dollars(
        sumWhole(quarterNumbers.filter((each) => each <= quarter.quarter).map((each) => sum(`q${String(each)}Actual`))),
      );
  }
}

function cash({ funding }: ReturnContent, { row, quarter }: Of<'cash'>): Resolved {
  if (!funding) return null;
  const flow = cashFlowOf(funding.budget, funding.cash);
  const amounts = quarter === null ? flow.year : flow.quarters.find((each) => each.quarter === quarter)?.amounts;
  return dollars(amounts?.[row] ?? null);
}

/** Where a count is broken down, a category that none of its parts names counts none. */
function category({ values }: ReturnContent, { code, unitCode, by, category: name }: Of<'category'>): Resolved {
  const figure = values.find((each) => each.code === code && each.unitCode === unitCode);
  const part = figure?.parts.find((each) => each.by === by && each.category === name);
  if (part) return part.value;
  const isBrokenDown = figure?.breakdowns.some((each) => each.by === by && each.unitsCovered > 0) === true;
  return isBrokenDown ? 0 : null;
}

type Estimated = PublishedTotal | PublishedUnit;

/** Of a unit, or of all: a single unit has no total of its own. */
function estimatedOf({ units, total }: PublishedEstimate, unitCode: string | null): Estimated | null {
  const [only] = units;
  if (unitCode === null && units.length !== 1) return total;
  const unit = unitCode === null ? only : units.find(({ code }) => code === unitCode);
  return unit?.result.status === 'estimated' ? unit.result : null;
}

const gradeOf = (found: Estimated): string | null =>
  'evidence' in found ? (found.evidence?.grade ?? null) : found.grade;

function withoutFunding(found: Estimated): PublishedQuantiles | null {
  if ('counterfactualNow' in found) return found.counterfactualNow;
  return found.fan[found.months.indexOf(found.asOf)] ?? null;
}

const rounded = (value: number | null | undefined): number | null => (value == null ? null : Math.round(value));

/** The interval always; the single figure only where the return publishes one. */
function estimate({ counterfactual, values }: ReturnContent, { unitCode, part }: Of<'estimate'>): Resolved {
  const found = counterfactual && estimatedOf(counterfactual, unitCode);
  if (!found) return null;
  const without = withoutFunding(found);
  const { avoided, backlogNow } = found;
  const parts: Readonly<Record<typeof part, Resolved>> = {
    actual: backlogNow,
    without_low80: rounded(without?.p10),
    without_high80: rounded(without?.p90),
    avoided: rounded(values.find((each) => each.code === 'K1' && each.unitCode === unitCode)?.value),
    avoided_low80: rounded(avoided.p10),
    avoided_high80: rounded(avoided.p90),
    avoided_low95: rounded(avoided.p025),
    avoided_high95: rounded(avoided.p975),
    grade: gradeOf(found),
  };
  return parts[part];
}

function explanation({ explanations }: ReturnContent, { code, unitCode, language }: Of<'explanation'>): Resolved {
  return written(explanations.find((each) => each.code === code && each.unitCode === unitCode)?.text[language]);
}

type Resolvers = { readonly [K in TemplateSource['kind']]: (snapshot: Snapshot, source: Of<K>) => Resolved };

const resolvers: Resolvers = {
  indicator: ({ content }, source) => indicator(content, source),
  ledger: ({ content }, source) => ledger(content, source),
  narrative: ({ content }, { section, language }) => written(content.narrative[section][language]),
  explanation: ({ content }, source) => explanation(content, source),
  fact,
  attestation: ({ content }, source) => attestation(content, source),
  budget: ({ content }, source) => budget(content, source),
  cash: ({ content }, source) => cash(content, source),
  category: ({ content }, source) => category(content, source),
  estimate: ({ content }, source) => estimate(content, source),
  text: (_, { text }) => text,
};

/** What a source gives from a locked return. */
export function resolve(snapshot: Snapshot, source: TemplateSource): Resolved {
  return (resolvers[source.kind] as (of: Snapshot, source: TemplateSource) => Resolved)(snapshot, source);
}

/** Whether a source gives a civil date, which a workbook holds as a date. */
export function isDate(source: TemplateSource): boolean {
  if (source.kind === 'attestation') return source.part === 'date';
  return source.kind === 'fact' && ['period_start', 'period_end', 'locked_on'].includes(source.fact);
}
