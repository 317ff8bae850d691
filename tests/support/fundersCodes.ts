import type { ReturnContent } from '#contract/reporting/returns';
import { computedCode } from '../../db/reporting/indicators/framework.ts';

/** What keeps our code in every framework. */
const kept: readonly string[] = ['K1', 'B1', 'B2'];

/** The code of one of our indicators in a framework that has codes of its own. */
export const funderCode = (code: string): string => (kept.includes(code) ? code : `PS-${code}`);

/** A return as it would be under a framework that asks for the same under codes of its own. */
export function underFundersCodes(content: ReturnContent): ReturnContent {
  const renamed = <T extends { readonly code: string }>(each: T): T => ({ ...each, code: funderCode(each.code) });
  const indicators = content.framework.indicators.map(renamed);
  const changed = indicators.filter(
    (each, index) => computedCode(each) !== computedCode(content.framework.indicators[index]!),
  );
  if (changed.length > 0) throw new Error(`Other figures: ${changed.map(({ code }) => code).join(', ')}`);
  return {
    ...content,
    framework: { ...content.framework, indicators },
    values: content.values.map(renamed),
    agreementFigures: content.agreementFigures.map(renamed),
    explanations: content.explanations.map(renamed),
    checks: content.checks.map((each) => ({
      ...each,
      measures: each.measures.map((name) => (/^[A-Z]\d$/.test(name) ? funderCode(name) : name)),
    })),
  };
}
