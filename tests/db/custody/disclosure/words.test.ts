import { expect, it } from 'vitest';
import codes from '../../../../db/custody/disclosure/codes.v1.json' with { type: 'json' };
import enCodes from '../../../../renderer/i18n/en/ground/codes.json' with { type: 'json' };
import enOffences from '../../../../renderer/i18n/en/casework/offences.json' with { type: 'json' };
import enPersons from '../../../../renderer/i18n/en/casework/persons.json' with { type: 'json' };
import frCodes from '../../../../renderer/i18n/fr/ground/codes.json' with { type: 'json' };
import frOffences from '../../../../renderer/i18n/fr/casework/offences.json' with { type: 'json' };
import frPersons from '../../../../renderer/i18n/fr/casework/persons.json' with { type: 'json' };

const own = { personRole: 'role', identifierKind: 'kind', supportService: 'service', delayCause: 'cause' } as const;

it('a paper says each code as the screens do', () => {
  type Lists = Readonly<Record<string, Readonly<Record<string, string>>>>;
  const en = { ...enCodes, ...enOffences, ...enPersons } as unknown as Lists;
  const fr = { ...frCodes, ...frOffences, ...frPersons } as unknown as Lists;
  for (const [list, said] of Object.entries(codes)) {
    const name = (own as Readonly<Record<string, string>>)[list] ?? list;
    const shown = Object.keys(en[name] ?? {}).map((code) => [code, { en: en[name]?.[code], fr: fr[name]?.[code] }]);
    expect(said, list).toEqual(Object.fromEntries(shown));
  }
});
