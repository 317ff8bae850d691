import type { Breakdown } from '#contract/reporting/breakdowns';
import type { NamedCategory } from '#contract/reporting/breakdownLabels';
import type { Period } from '#contract/ground/period';
import type { Locale } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { IndicatorValue } from '#contract/reporting/returns';
import { writtenSection } from '#contract/ground/sections';
import { categories } from '#contract/words/measures';
import { catalogue } from '../../casework/clocks/catalogue.ts';
import { shippedCatalogue } from '../../casework/offences/catalogue.ts';

/** A section, with the name that it had on the last day of the quarter where the catalogue that comes with Vigie has one. */
function sectionName(section: string, { lastDay: on }: Period): Bilingual {
  const names = shippedCatalogue.offences.find((each) => each.act === 'C-46' && each.section === section)?.names ?? [];
  const name = names.find(({ from, to }) => (from ?? '') <= on && (to === null || on <= to)) ?? names.at(-1);
  const [en, fr] = [sectionText(section, 'en'), sectionText(section, 'fr')];
  return name ? { en: `${en}, ${name.en}`, fr: `${fr}, ${name.fr}` } : { en, fr };
}

function sectionText(section: string, locale: Locale): string {
  const { part, number } = writtenSection(section, locale);
  return `${part}\u00a0${number}`;
}

function nameOf(
  by: Breakdown,
  category: string,
  period: Period,
  definition: IndicatorDefinition | undefined,
): Bilingual | null {
  if (by === 'barrier') return definition?.categories.find(({ code }) => code === category)?.name ?? null;
  if (by === 'kind') return catalogue.kinds.find(({ code }) => code === category)?.name ?? null;
  return by === 'offence_section' ? sectionName(category, period) : null;
}

/** Names of the categories of the values that a catalogue or the framework names, which may change once the return is locked. */
export function namedCategories(
  values: readonly IndicatorValue[],
  definitions: readonly IndicatorDefinition[],
  period: Period,
): NamedCategory[] {
  const found = new Map<string, NamedCategory>();
  for (const { code, parts } of values) {
    const definition = definitions.find((each) => each.code === code);
    for (const { by, category } of parts) {
      if (Object.hasOwn(categories[by], category)) continue;
      const name = nameOf(by, category, period, definition);
      if (name) found.set(`${by} ${category}`, { by, code: category, name });
    }
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}
