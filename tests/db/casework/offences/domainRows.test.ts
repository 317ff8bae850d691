import { describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { OffenceCatalogue } from '#contract/casework/offences';
import { shippedCatalogue } from '../../../../db/casework/offences/catalogue.ts';
import { isValidOn, offenceOfSection, summaryUntil } from '../../../../db/casework/offences/rules.ts';

type Row = readonly [
  section: string,
  en: string,
  fr: string,
  mode: 'indictable' | 'hybrid',
  maximum: number | 'life' | null,
  summary: 'two_years_less_a_day' | 'general' | null,
];

/** The page of domain facts, section 2a, row by row, as the Code was on 2026-07-21: written here from the page, not from the data. */
const rows: readonly Row[] = [
  ['151', 'Sexual interference', 'Contacts sexuels', 'hybrid', 14, 'two_years_less_a_day'],
  ['152', 'Invitation to sexual touching', 'Incitation à des contacts sexuels', 'hybrid', 14, 'two_years_less_a_day'],
  ['153', 'Sexual exploitation', 'Exploitation sexuelle', 'hybrid', 14, 'two_years_less_a_day'],
  ['155', 'Incest', 'Inceste', 'indictable', 14, null],
  [
    '160(3)',
    'Bestiality in presence of or by child',
    'Bestialité en présence d’un enfant ou incitation de celui-ci',
    'hybrid',
    14,
    'two_years_less_a_day',
  ],
  ['160(3.1)', 'Representation of bestiality', 'Représentation d’un acte de bestialité', 'hybrid', 5, 'general'],
  ['162(1)', 'Voyeurism', 'Voyeurisme', 'hybrid', 10, 'general'],
  [
    '162(4)',
    'Printing, publication, etc., of voyeuristic recordings',
    'Impression, publication, etc. de matériel voyeuriste',
    'hybrid',
    10,
    'general',
  ],
  [
    '162.1(1)',
    'Publication, etc., of an intimate image without consent',
    'Publication, etc. non consensuelle d’une image intime',
    'hybrid',
    10,
    'general',
  ],
  [
    '162.1(1.1)',
    'Threat to publish, etc. (intimate image)',
    'Menace de publier, etc. (image intime)',
    'hybrid',
    10,
    'general',
  ],
  [
    '163.1(2)',
    'Making child sexual abuse and exploitation material',
    'Production de matériel d’abus et d’exploitation pédosexuels',
    'indictable',
    14,
    null,
  ],
  [
    '163.1(3)',
    'Distribution, etc. of child sexual abuse and exploitation material',
    'Distribution de matériel d’abus et d’exploitation pédosexuels',
    'indictable',
    14,
    null,
  ],
  [
    '163.1(4)',
    'Possession of child sexual abuse and exploitation material',
    'Possession de matériel d’abus et d’exploitation pédosexuels',
    'hybrid',
    10,
    'two_years_less_a_day',
  ],
  [
    '163.1(4.1)',
    'Accessing child sexual abuse and exploitation material',
    'Accès au matériel d’abus et d’exploitation pédosexuels',
    'hybrid',
    10,
    'two_years_less_a_day',
  ],
  [
    '163.1(4.21)',
    'Threat to publish, etc. (child sexual abuse and exploitation material)',
    'Menace de publier, etc. (matériel d’abus et d’exploitation pédosexuels)',
    'hybrid',
    10,
    'two_years_less_a_day',
  ],
  ['169.1', 'Recruitment — young person', 'Recrutement d’un jeune', 'hybrid', 5, 'general'],
  [
    '170',
    'Parent or guardian procuring sexual activity',
    'Père, mère ou tuteur qui sert d’entremetteur',
    'indictable',
    14,
    null,
  ],
  [
    '171',
    'Householder permitting prohibited sexual activity',
    'Maître de maison qui permet des actes sexuels interdits',
    'indictable',
    14,
    null,
  ],
  [
    '171.1',
    'Making sexually explicit material available to child',
    'Rendre accessible à un enfant du matériel sexuellement explicite',
    'hybrid',
    14,
    'two_years_less_a_day',
  ],
  ['172.1', 'Luring a child', 'Leurre', 'hybrid', 14, 'two_years_less_a_day'],
  [
    '172.2',
    'Agreement or arrangement — sexual offence against child',
    'Entente ou arrangement — infraction d’ordre sexuel à l’égard d’un enfant',
    'hybrid',
    14,
    'two_years_less_a_day',
  ],
  ['271', 'Sexual assault', 'Agression sexuelle', 'hybrid', 14, 'two_years_less_a_day'],
  [
    '279.011',
    'Trafficking of a person under the age of eighteen years',
    'Traite de personnes âgées de moins de dix-huit ans',
    'indictable',
    'life',
    null,
  ],
  [
    '279.02(2)',
    'Material benefit — trafficking of person under 18 years',
    'Avantage matériel — traite de personnes âgées de moins de dix-huit ans',
    'indictable',
    14,
    null,
  ],
  [
    '286.1(2)',
    'Obtaining sexual services for consideration from person under 18 years',
    'Obtention de services sexuels moyennant rétribution — personne âgée de moins de dix-huit ans',
    'indictable',
    10,
    null,
  ],
  [
    '286.2(2)',
    'Material benefit from sexual services provided by person under 18 years',
    'Avantage matériel provenant de la prestation de services sexuels d’une personne âgée de moins de dix-huit ans',
    'indictable',
    14,
    null,
  ],
  [
    '286.3(2)',
    'Procuring — person under 18 years',
    'Proxénétisme — personne âgée de moins de dix-huit ans',
    'indictable',
    14,
    null,
  ],
  ['346', 'Extortion', 'Extorsion', 'indictable', 'life', null],
  ['264', 'Criminal harassment', 'Harcèlement criminel', 'hybrid', null, null],
  ['264.1', 'Uttering threats', 'Proférer des menaces', 'hybrid', null, null],
];

const on = '2026-07-21' as CivilDate;

describe('the catalogue holds section 2a', () => {
  it.each(rows)('section %s, %s', (section, en, fr, mode, maximum, summary) => {
    const offence = offenceOfSection(shippedCatalogue, section)!;
    const name = offence.names.at(-1)!;
    const penalty = offence.penalties.find(({ to }) => to === null)!;
    expect([name.en, name.fr, penalty.mode, penalty.indictable, penalty.summary]).toEqual([
      en,
      fr,
      mode,
      maximum,
      summary,
    ]);
    expect(isValidOn(offence, on)).toBe(true);
  });

  it('and nothing else, but the Act on mandatory reporting', () => {
    const sections = shippedCatalogue.offences.filter(({ act }) => act === 'C-46').map(({ section }) => section);
    expect(sections.toSorted()).toEqual(rows.map(([section]) => section).toSorted());
    expect(shippedCatalogue.offences.filter(({ act }) => act !== 'C-46').map(({ code }) => code)).toEqual(['i207_10']);
  });

  it.each(['162(1)', '162(4)', '162.1(1)'])('section %s had five years before 2026-07-18', (section) => {
    const { penalties } = offenceOfSection(shippedCatalogue, section)!;
    expect(penalties.map(({ from, to, indictable }) => [from, to, indictable])).toEqual([
      [null, '2026-07-17', 5],
      ['2026-07-18', null, 10],
    ]);
  });

  it('no code of a violation that an unknown or a new section may lack', () => {
    for (const section of [
      '163.1(4.21)',
      '162.1(1.1)',
      '160(3.1)',
      '169.1',
      '171.1',
      '172.2',
      '170',
      '171',
      '286.1(2)',
      '286.2(2)',
      '286.3(2)',
    ])
      expect(offenceOfSection(shippedCatalogue, section)?.ucr2.code).toBeNull();
  });
});

describe('summary proceedings', () => {
  const until = (code: string, lastOn: string, from: OffenceCatalogue = shippedCatalogue) =>
    summaryUntil(from, code, lastOn as CivilDate)?.on ?? null;

  it('begin within twelve months, by the Code, s. 786(2), and two years, by the Act, s. 11', () => {
    expect(until('cc_163_1_4', '2026-09-30')).toBe('2027-09-30');
    expect(until('cc_162_1', '2024-02-29')).toBe('2025-02-28');
    expect(until('i207_10', '2026-09-30')).toBe('2028-09-30');
  });

  it('are not told of what is indictable, nor where the catalogue holds no mode or no limit', () => {
    expect(until('cc_163_1_2', '2026-09-30')).toBeNull();
    expect(until('cc_163_1_4', '2014-09-30')).toBeNull();
    expect(until('cc_163_1_4', '2026-09-30', { ...shippedCatalogue, summaryLimits: [] })).toBeNull();
  });
});
