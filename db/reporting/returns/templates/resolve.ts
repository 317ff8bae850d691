import { sumWhole } from '#contract/ground/amounts';
import { ledgerTerm } from '#contract/ground/codes';
import { periodOf } from '#contract/ground/period';
import type { IndicatorPart, ReturnFact, TemplateSource } from '#contract/reporting/templates';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import type { Snapshot } from '../locked.ts';

/** A number, a text, a civil date as `YYYY-MM-DD`; null where the return does not have it. */
export type Resolved = string | number | null;
type Of<K extends TemplateSource['kind']> = Extract<TemplateSource, { readonly kind: K }>;

const written = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

function partOf(figure: IndicatorValue, part: IndicatorPart, language: 'en' | 'fr'): Resolved {
  if (part === 'status') return codeWords.valueStatus[figure.status][language];
  if (part !== 'change') return figure[part];
  return figure.value === null || figure.previous === null ? null : figure.value - figure.previous;
}

function indicator({ values }: ReturnContent, { code, unitCode, part, language }: Of<'indicator'>): Resolved {
  const figure = values.find((each) => each.code === code && each.unitCode === unitCode);
  return figure ? partOf(figure, part, language) : null;
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

/** What a source gives from a locked return. */
export function resolve(snapshot: Snapshot, source: TemplateSource): Resolved {
  const { content } = snapshot;
  switch (source.kind) {
    case 'indicator':
      return indicator(content, source);
    case 'ledger':
      return ledger(content, source);
    case 'narrative':
      return written(content.narrative[source.section][source.language]);
    case 'explanation': {
      const { code, unitCode } = source;
      const found = content.explanations.find((each) => each.code === code && each.unitCode === unitCode);
      return written(found?.text[source.language]);
    }
    case 'fact':
      return fact(snapshot, source);
    case 'attestation':
      return attestation(content, source);
  }
}

/** Whether a source gives a civil date, which a workbook holds as a date. */
export function isDate(source: TemplateSource): boolean {
  if (source.kind === 'attestation') return source.part === 'date';
  return source.kind === 'fact' && ['period_start', 'period_end', 'locked_on'].includes(source.fact);
}
