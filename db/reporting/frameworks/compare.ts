import type { FrameworkComparison } from '#contract/reporting/frameworks';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';

type Told = FrameworkComparison['changed'][number]['fields'][number]['before'];

/** A field as it is shown: a pair of texts stays one, what is not a text is shown as it is written. */
function told(value: unknown): Told {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && 'en' in value && 'fr' in value)
    return { en: String(value.en), fr: String(value.fr) };
  return canonicalJson(value);
}

/** That an indicator names the version of its framework is no change of it. */
const compared = (definition: IndicatorDefinition): Readonly<Record<string, unknown>> => ({
  ...definition,
  version: undefined,
});

function fieldsOf(
  before: IndicatorDefinition,
  after: IndicatorDefinition,
): FrameworkComparison['changed'][number]['fields'] {
  const [old, now] = [compared(before), compared(after)];
  return Object.keys(now)
    .filter((field) => canonicalJson(old[field] ?? null) !== canonicalJson(now[field] ?? null))
    .map((field) => ({ field, before: told(old[field]), after: told(now[field]) }));
}

/** What a framework adds, takes out and changes of another, field by field, in the order of each. */
export function compareFrameworks(
  before: readonly IndicatorDefinition[],
  after: readonly IndicatorDefinition[],
): FrameworkComparison {
  const old = new Map(before.map((each) => [each.code, each]));
  const now = new Map(after.map((each) => [each.code, each]));
  const named = ({ code, name }: IndicatorDefinition) => ({ code, name });
  const both = after.flatMap((each) => {
    const held = old.get(each.code);
    return held ? [{ ...named(each), fields: fieldsOf(held, each) }] : [];
  });
  return {
    added: after.filter(({ code }) => !old.has(code)).map(named),
    removed: before.filter(({ code }) => !now.has(code)).map(named),
    changed: both.filter(({ fields }) => fields.length > 0),
    unchanged: both.filter(({ fields }) => fields.length === 0).length,
  };
}
