import { z } from 'zod';
import { breakdown, type Breakdown, type CountedBreakdown } from './breakdowns.ts';
import { bilingual, type Bilingual } from '../ground/common.ts';

/** What a figure is broken down by, in both languages: the screen and the files of a return name it alike. */
export const breakdownLabels = {
  risk_band: { en: 'Risk band', fr: 'Niveau de risque' },
  stage: { en: 'Stage of a file', fr: 'Étape d’un dossier' },
  source: { en: 'Source of the referral', fr: 'Source du signalement' },
  origin: { en: 'Reactive or proactive', fr: 'Réactive ou proactive' },
  clearance: { en: 'Clearance', fr: 'Classement' },
  offence_section: { en: 'Section of the Code', fr: 'Disposition du Code' },
  youth_adult: { en: 'Young persons and adults', fr: 'Adolescents et adultes' },
  disposition: { en: 'Disposition', fr: 'Issue' },
  age_band: { en: 'Age', fr: 'Âge' },
  gender: { en: 'Gender', fr: 'Genre' },
  kind: { en: 'Type of authorization', fr: 'Type d’autorisation' },
} as const satisfies Record<Breakdown, Bilingual>;

const unknown = { en: 'Not known', fr: 'Non connu' };

/** The categories that have a name of their own; those of a catalogue stand in the return. */
export const categoryLabels = {
  risk_band: {
    imminent: { en: 'Imminent danger', fr: 'Danger imminent' },
    very_high: { en: 'Very high', fr: 'Très élevé' },
    high: { en: 'High', fr: 'Élevé' },
    medium: { en: 'Medium', fr: 'Moyen' },
    low: { en: 'Low', fr: 'Faible' },
    unknown: { en: 'Not scored', fr: 'Non évalué' },
  },
  stage: {
    assigned: { en: 'Receipt to assignment', fr: 'Réception à affectation' },
    first_action: { en: 'Assignment to first action', fr: 'Affectation à première action' },
    conclusion: { en: 'First action to conclusion', fr: 'Première action à conclusion' },
    whole: { en: 'Receipt to leaving the backlog', fr: 'Réception à sortie de l’arriéré' },
  },
  source: {
    ncecc: { en: 'NCECC', fr: 'CNCEE' },
    cybertip: { en: 'Cybertip.ca', fr: 'Cyberaide.ca' },
    mandatory_report: { en: 'Mandatory report', fr: 'Déclaration obligatoire' },
    other_service: { en: 'Other police service', fr: 'Autre service de police' },
    public: { en: 'Public', fr: 'Public' },
    school: { en: 'School', fr: 'École' },
    child_welfare: { en: 'Child welfare', fr: 'Protection de l’enfance' },
    border_services: { en: 'Border services', fr: 'Services frontaliers' },
    victim_identification: { en: 'Victim identification', fr: 'Identification de victimes' },
    other: { en: 'Other', fr: 'Autre' },
    unknown,
  },
  origin: {
    reactive: { en: 'From a referral', fr: 'À partir d’un signalement' },
    proactive: { en: 'Proactive', fr: 'Proactive' },
    unknown,
  },
  clearance: {
    charge: { en: 'Cleared by charge', fr: 'Classée par mise en accusation' },
    otherwise: { en: 'Cleared otherwise', fr: 'Classée sans mise en accusation' },
    not_cleared: { en: 'Not cleared', fr: 'Non classée' },
    unfounded: { en: 'Unfounded', fr: 'Non fondée' },
    unknown: { en: 'Not recorded', fr: 'Non inscrit' },
  },
  offence_section: { other_section: { en: 'Other section', fr: 'Autre disposition' }, unknown },
  youth_adult: {
    youth: { en: 'Young persons (12 to 17)', fr: 'Adolescents (12 à 17 ans)' },
    adult: { en: 'Adults', fr: 'Adultes' },
    unknown: { en: 'Age not known', fr: 'Âge non connu' },
  },
  disposition: {
    guilty: { en: 'Guilty plea or finding', fr: 'Plaidoyer ou déclaration de culpabilité' },
    acquitted: { en: 'Acquitted', fr: 'Acquittement' },
    withdrawn: { en: 'Withdrawn', fr: 'Retrait' },
    stayed: { en: 'Stayed', fr: 'Arrêt des procédures' },
    dismissed: { en: 'Dismissed or discharged at inquiry', fr: 'Rejet ou libération à l’enquête préliminaire' },
    not_criminally_responsible: { en: 'Not criminally responsible', fr: 'Non-responsabilité criminelle' },
    extrajudicial: { en: 'Extrajudicial measure or sanction', fr: 'Mesure ou sanction extrajudiciaire' },
    other: { en: 'Other outcome', fr: 'Autre issue' },
    unknown,
  },
  age_band: {
    '0_11': { en: '0 to 11', fr: '0 à 11 ans' },
    '12_13': { en: '12 to 13', fr: '12 et 13 ans' },
    '14_15': { en: '14 to 15', fr: '14 et 15 ans' },
    '16_17': { en: '16 to 17', fr: '16 et 17 ans' },
    '18_plus': { en: '18 and over', fr: '18 ans et plus' },
    unknown: { en: 'Age not known', fr: 'Âge non connu' },
  },
  gender: {
    woman_girl: { en: 'Woman or girl', fr: 'Femme ou fille' },
    man_boy: { en: 'Man or boy', fr: 'Homme ou garçon' },
    non_binary: { en: 'Non-binary', fr: 'Personne non binaire' },
    not_asked: { en: 'Not asked', fr: 'Non demandé' },
    unknown,
  },
  kind: { unknown },
} as const satisfies Record<CountedBreakdown | 'stage', Readonly<Record<string, Bilingual>>>;

/** Names of categories that come from a catalogue, as they stood when the return was made. */
export const namedCategory = z.object({ by: breakdown, code: z.string(), name: bilingual });
export type NamedCategory = z.infer<typeof namedCategory>;

/** The name of a category: its own, the catalogue's, or its code where neither knows it. */
export function categoryName(
  { by, category }: { readonly by: Breakdown; readonly category: string },
  named: readonly NamedCategory[],
): Bilingual {
  const own: Readonly<Record<string, Bilingual | undefined>> = categoryLabels[by];
  return (
    own[category] ??
    named.find((each) => each.by === by && each.code === category)?.name ?? { en: category, fr: category }
  );
}
