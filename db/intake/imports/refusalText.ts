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

/** Why a row is refused, after the name of the reason: what is written, the rule, and the nearest form that is accepted. */
export function refusalText({ reason, field, value, nearest }: Refusal, { locale, say }: Language): string {
  const quoted = (text: string) => (locale === 'fr' ? `« ${text} »` : `“${text}”`);
  const written = value === null ? null : value === '' ? say(empty) : quoted(value);
  const name = field === null ? '' : locale === 'fr' ? `${importField[field].fr} : ` : `${importField[field].en}: `;
  const rule = (importRule as Words)[reason];
  const known = field === null || nearest === null ? undefined : codesOf[field]?.[nearest];
  const shown = known === undefined ? nearest : say(known);
  const parts = [
    ...(written === null ? [] : [`${name}${written}.`]),
    ...(rule === undefined ? [] : [rule[locale]]),
    ...(shown === null ? [] : [`${nearestIs[locale]} ${shown}.`]),
  ];
  return say({ en: parts.join(' '), fr: parts.join(' ') }).replace(/\.\.$/, '.');
}
