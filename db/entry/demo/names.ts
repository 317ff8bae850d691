import type { Bilingual } from '#contract/ground/common';
import type { CivilDate } from '#contract/ground/dates';

/** Everything named here is invented; no real service, agreement or person is meant. */
/** The day of the demonstration that is shipped; `days.ts` tells one of another day. */
export const lastDay = '2026-11-20' as CivilDate;
export const seed = 2019;

export const unitWorkspaceName = 'Demonstration - unit';
export const coordinationWorkspaceName = 'Demonstration - coordination';

export interface NamedUnit {
  readonly code: string;
  readonly name: Bilingual;
  readonly service: string;
}

export const ownUnits: readonly NamedUnit[] = [
  {
    code: 'U01',
    name: { en: 'Norhavre ICE unit, East team', fr: 'Unité ESEI de Norhavre, équipe Est' },
    service: 'Police de Norhavre',
  },
  {
    code: 'U02',
    name: { en: 'Norhavre ICE unit, West team', fr: 'Unité ESEI de Norhavre, équipe Ouest' },
    service: 'Police de Norhavre',
  },
  {
    code: 'U03',
    name: { en: 'Norhavre ICE unit, Victim identification', fr: 'Unité ESEI de Norhavre, Identification des victimes' },
    service: 'Police de Norhavre',
  },
];

const places: readonly Bilingual[] = [
  { en: 'Harbour', fr: 'du Havre' },
  { en: 'Valley', fr: 'de la Vallée' },
  { en: 'Metropolitan', fr: 'métropolitaine' },
  { en: 'Northern', fr: 'du Nord' },
  { en: 'Lakes', fr: 'des Lacs' },
];

export const recipients: readonly Bilingual[] = [
  { en: 'Norhavre Police Board (fictitious)', fr: 'Commission de police de Norhavre (fictive)' },
  { en: 'Borealia Provincial Police (fictitious)', fr: 'Police provinciale de la Boréalie (fictive)' },
  {
    en: 'Ministry of Public Safety of Estmark (fictitious)',
    fr: 'Ministère de la Sécurité publique de l’Estmark (fictif)',
  },
  { en: 'Havrelac Police Service (fictitious)', fr: 'Service de police de Havrelac (fictif)' },
  { en: 'Sablerive Regional Police (fictitious)', fr: 'Police régionale de Sablerive (fictive)' },
  { en: 'Clairmarais Constabulary (fictitious)', fr: 'Sûreté de Clairmarais (fictive)' },
];

const regions = ['Norhavre', 'Boréalie', 'Estmark', 'Havrelac', 'Sablerive', 'Clairmarais'] as const;

/** The other 27 units: two more of the first agreement's region, five of each of the others. */
export const otherUnits: readonly (NamedUnit & { readonly agreement: number })[] = Array.from(
  { length: 27 },
  (_, index) => {
    const agreement = index < 2 ? 0 : 1 + Math.floor((index - 2) / 5);
    const place = places[index < 2 ? index + 3 : (index - 2) % 5] ?? places[0];
    const region = regions[agreement] ?? '';
    return {
      code: `U${String(index + 4).padStart(2, '0')}`,
      name: { en: `${region} ICE unit, ${place?.en ?? ''}`, fr: `Unité ESEI ${place?.fr ?? ''}, ${region}` },
      service: `Police ${/^[AEIOUÉ]/.test(region) ? 'd’' : 'de '}${region}`,
      agreement,
    };
  },
);

export const programme: Bilingual = {
  en: 'National Strategy for the Protection of Children from Sexual Exploitation on the Internet',
  fr: 'Stratégie nationale pour la protection des enfants contre l’exploitation sexuelle sur Internet',
};

export const countingStatement: Bilingual = {
  en: 'A referral is counted when the unit receives the package, whatever number of addresses it holds. Bundled referrals count once in the backlog.',
  fr: 'Un signalement est compté à la réception du dossier par l’unité, quel que soit le nombre d’adresses qu’il contient. Les signalements regroupés comptent une fois dans l’arriéré.',
};

/** Of the three teams together; the first is their supervisor, who follows few files herself. */
export const officers = [
  { login: 'superviseure', displayName: 'Ariane Fictive', roles: ['supervisor', 'investigator'] },
  { login: 'enqueteur', displayName: 'Marc Exemple', roles: ['investigator'] },
  { login: 'enqueteuse', displayName: 'Lia Modèle', roles: ['investigator'] },
  { login: 'investigator', displayName: 'Sam Sample', roles: ['investigator'] },
  { login: 'enqueteur5', displayName: 'Jo Fictif', roles: ['investigator'] },
  { login: 'enqueteur6', displayName: 'Kim Exemple', roles: ['investigator'] },
  { login: 'enqueteur7', displayName: 'Noé Modèle', roles: ['investigator'] },
  { login: 'enqueteur8', displayName: 'Max Imaginaire', roles: ['investigator'] },
  { login: 'enqueteur9', displayName: 'Ida Inventée', roles: ['investigator'] },
  { login: 'enqueteur10', displayName: 'Luc Fictif', roles: ['investigator'] },
  { login: 'enqueteur11', displayName: 'Zoé Exemple', roles: ['investigator'] },
  { login: 'enqueteur12', displayName: 'Alix Sample', roles: ['investigator'] },
] as const;

/** Gives the second approval, and reads no file. */
export const recordsOfficer = {
  login: 'responsable',
  displayName: 'Noa Inventé',
  roles: ['records_officer' as const],
};

export const summaries: readonly string[] = [
  'Package from the national centre: one account, two addresses. / Dossier du centre national : un compte, deux adresses.',
  'Report by a service provider; subscriber to be identified. / Déclaration d’un fournisseur; abonné à identifier.',
  'Reported by a parent; device offered for examination. / Signalé par un parent; appareil remis pour examen.',
  'Request from another service; same screen name seen before. / Demande d’un autre service; même pseudonyme déjà vu.',
  'Tip through the public line; little detail. / Renseignement par la ligne publique; peu de détails.',
];
