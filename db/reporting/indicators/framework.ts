import { z } from 'zod';
import { indicatorDefinition, type IndicatorDefinition } from '#contract/reporting/indicators';
import frameworkV1 from './framework.v1.json' with { type: 'json' };

const frameworkSchema = z.object({ version: z.string(), indicators: z.array(indicatorDefinition) });
export type Framework = z.infer<typeof frameworkSchema>;

/** The performance framework that comes with Vigie: what it counts, by our codes. An imported one may take its place in a return. */
export const framework: Framework = frameworkSchema.parse(frameworkV1);

const computed = framework.indicators.filter((each) => each.collection !== 'entered');
const ownCodes = new Set(computed.map((each) => each.code));
const codeOfSource = new Map(computed.map((each) => [each.source, each.code]));

/**
 * Our code for what gives an indicator of any framework its figure; null where Vigie counts nothing like it and it is entered. One of
 * our codes means the same in every framework, whatever an earlier record called its source.
 */
export function computedCode({
  code,
  source,
  collection,
}: Pick<IndicatorDefinition, 'code' | 'source' | 'collection'>): string | null {
  if (collection === 'entered') return null;
  return ownCodes.has(code) ? code : (codeOfSource.get(source) ?? null);
}

type Indicators = { readonly indicators: readonly IndicatorDefinition[] };

/** Our code for an indicator of a framework, or its own where Vigie computes nothing like it. */
export function ownCode({ indicators }: Indicators, code: string): string {
  const definition = indicators.find((each) => each.code === code);
  return (definition && computedCode(definition)) ?? code;
}

/** The codes by which a framework asks for what we count under one of ours. */
export function codesFor({ indicators }: Indicators, own: string): readonly string[] {
  return indicators.filter((each) => computedCode(each) === own).map(({ code }) => code);
}
