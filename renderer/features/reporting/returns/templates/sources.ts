import { ledgerTerm, type Locale } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import type { TemplateSource } from '#contract/reporting/templates';

export const sourceKinds = [
  'indicator',
  'category',
  'estimate',
  'ledger',
  'budget',
  'cash',
  'narrative',
  'explanation',
  'fact',
  'attestation',
  'text',
] as const;
export const ledgerColumns = ['opening', ...ledgerTerm.options, 'closing'] as const;

type Of<K extends TemplateSource['kind']> = Extract<TemplateSource, { readonly kind: K }>;

/** The first category of an indicator, or of the first one that is broken down. */
export function firstCategory({ values, framework }: ReturnContent, wanted: string | null): Of<'category'> {
  const broken = values.filter(({ unitCode, parts }) => unitCode === null && parts.length > 0);
  const [figure] = wanted === null ? broken : broken.filter(({ code }) => code === wanted);
  const [part] = figure?.parts ?? [];
  const code = wanted ?? figure?.code ?? framework.indicators[0]?.code;
  const { by, category } = part ?? ({ by: 'gender', category: 'unknown' } as const);
  return { kind: 'category', code: code ?? '', unitCode: null, by, category };
}

/** A first source of a kind, which the user then makes more exact. */
export function firstSource(kind: TemplateSource['kind'], content: ReturnContent, language: Locale): TemplateSource {
  const code = content.framework.indicators[0]?.code ?? '';
  const first: { readonly [K in TemplateSource['kind']]: Of<K> } = {
    indicator: { kind: 'indicator', code, unitCode: null, part: 'value', language },
    ledger: { kind: 'ledger', unitCode: null, column: 'closing', month: null },
    narrative: { kind: 'narrative', section: 'progress', language },
    explanation: { kind: 'explanation', code, unitCode: null, language },
    fact: { kind: 'fact', fact: 'recipient', language },
    attestation: { kind: 'attestation', role: 'unit', part: 'name' },
    budget: { kind: 'budget', line: null, column: 'actual' },
    cash: { kind: 'cash', row: 'balance', quarter: content.quarter.quarter },
    category: firstCategory(content, null),
    estimate: { kind: 'estimate', unitCode: null, part: 'avoided' },
    text: { kind: 'text', text: '-' },
  };
  return first[kind];
}
