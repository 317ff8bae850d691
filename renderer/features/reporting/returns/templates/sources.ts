import { ledgerTerm, type Locale } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import type { TemplateSource } from '#contract/reporting/templates';

export const sourceKinds = ['indicator', 'ledger', 'narrative', 'explanation', 'fact', 'attestation'] as const;
export const ledgerColumns = ['opening', ...ledgerTerm.options, 'closing'] as const;

/** A first source of a kind, which the user then makes more exact. */
export function firstSource(kind: TemplateSource['kind'], content: ReturnContent, language: Locale): TemplateSource {
  const code = content.framework.indicators[0]?.code ?? '';
  switch (kind) {
    case 'indicator':
      return { kind, code, unitCode: null, part: 'value', language };
    case 'ledger':
      return { kind, unitCode: null, column: 'closing', month: null };
    case 'narrative':
      return { kind, section: 'progress', language };
    case 'explanation':
      return { kind, code, unitCode: null, language };
    case 'fact':
      return { kind, fact: 'recipient', language };
    case 'attestation':
      return { kind, role: 'unit', part: 'name' };
  }
}
