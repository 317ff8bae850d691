import type { AmendedFact } from '#contract/reporting/amendments';
import type { Language } from '../../documents/page/language.ts';

/** Names both sides: what the signed amendment says, and what the agreement or its budget has. */
export function amendedText(fact: AmendedFact, { say, day, money }: Language): string {
  const { number } = fact;
  if (fact.what === 'end') {
    const [amendment, agreement] = [day(fact.amendment), day(fact.agreement)];
    return say({
      en: `amendment ${number}: ends ${amendment}; agreement: ${agreement}`,
      fr: `avenant ${number} : fin le ${amendment}; entente : ${agreement}`,
    });
  }
  const amendment = money(fact.amendment);
  const budget = fact.agreement === null ? null : money(fact.agreement);
  return say({
    en: `amendment ${number}: ${amendment}; budget: ${budget ?? 'not entered in full'}`,
    fr: `avenant ${number} : ${amendment}; budget : ${budget ?? 'saisi en partie ou non saisi'}`,
  });
}
