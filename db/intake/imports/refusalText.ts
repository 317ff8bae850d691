import type { Refusal } from '#contract/intake/imports';
import { codeWords } from '#contract/words/codes';
import type { Language } from '../../documents/page/language.ts';

const { importField, importRule, referralSource, referralState, riskBand } = codeWords;

type Words = Readonly<Record<string, { readonly en: string; readonly fr: string }>>;
const codesOf: Partial<Record<NonNullable<Refusal['field']>, Words>> = {
  source: referralSource,
  riskBand,
  conclusion: referralState,
};

const empty = { en: 'empty', fr: 'vide' };
const nearestIs = { en: 'Nearest accepted:', fr: 'Le plus proche :' };

/** What is written, under the name of its column. */
function writtenText({ field, value }: Refusal, { locale, say }: Language): string | null {
  if (value === null) return null;
  const written = value === '' ? say(empty) : locale === 'fr' ? `« ${value} »` : `“${value}”`;
  if (field === null) return `${written}.`;
  return locale === 'fr' ? `${importField[field].fr} : ${written}.` : `${importField[field].en}: ${written}.`;
}

function nearestText({ field, nearest }: Refusal, { locale, say }: Language): string | null {
  if (nearest === null) return null;
  const known = field === null ? undefined : codesOf[field]?.[nearest];
  const shown = known === undefined ? nearest : say(known);
  return `${nearestIs[locale]} ${shown.replace(/\.$/, '')}.`;
}

/** Why a row is refused, after the name of the reason: what is written, the rule, and the nearest form that is accepted. */
export function refusalText(refusal: Refusal, language: Language): string {
  const rule = (importRule as Words)[refusal.reason];
  const parts = [writtenText(refusal, language), rule?.[language.locale] ?? null, nearestText(refusal, language)];
  const text = parts.filter((part) => part !== null).join(' ');
  return language.say({ en: text, fr: text });
}
