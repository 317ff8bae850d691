import { waitingState, type ChargeStage, type Disposition, type WaitingState } from '#contract/ground/codes';
import type { ExtractField } from '#contract/intake/extracts';
import { codeWords } from '#contract/words/codes';
import { byAlias, fold, words } from '../imports/aliases.ts';

/** How records systems name their columns. Which of them counts depends on the kind of extract. */
export const headerWords = {
  number: words(`
    number, occurrence, occurrence number, occurrence no, file number, file no, case number, investigation number, event
    number, incident number, no, numero, numero d evenement, numero d incident, numero de dossier, numero d enquete,
    evenement, dossier, no de dossier, no d evenement`),
  unitCode: words(
    'unit, unit code, team, detachment, office, unite, code d unite, code de l unite, equipe, detachement',
  ),
  openedOn: words(`
    opened, opened on, date opened, opening date, start date, reported on, date reported, ouvert, ouvert le, ouverte le,
    date d ouverture, date de debut, ouverture`),
  concludedOn: words(`
    concluded, concluded on, date concluded, closed, closed on, date closed, closing date, end date, conclu le, conclue le,
    date de conclusion, ferme le, date de fermeture, date de cloture, date de fin, fermeture`),
  title: words('title, titre, title of the investigation, titre de l enquete'),
  subject: words('subject line, subject matter, objet, objet de l enquete'),
  lead: words('lead, lead investigator, investigator, responsable, enqueteur, enquetrice, enqueteur principal'),
  waiting: words('status, state of waiting, waiting state, statut, etat d attente'),
  waitingSince: words('since, waiting since, status since, depuis le, en attente depuis'),
  waitingOn: words('waiting on, waiting on name, en attente de, en attente de nom'),
  nextStep: words('next step, next action, prochaine etape'),
  referralNumber: words(`
    referral, referral number, external number, cybertip number, source number, numero du signalement, signalement,
    numero externe`),
  rowNumber: words(`
    arrest number, arrest id, charge number, charge id, information number, row, row id, record id, numero d arrestation,
    numero d accusation, numero de la denonciation, identifiant`),
  arrestedOn: words(
    'arrested, arrested on, arrest date, date of arrest, date arrested, arrete le, arretee le, date d arrestation',
  ),
  youth: words('youth, young person, age group, youth or adult, adolescent, jeune, groupe d age, adolescent ou adulte'),
  laidOn: words(`
    laid, laid on, charge date, date laid, charged on, date charged, date of charge, depose le, deposee le, date de depot,
    date d accusation, date de l accusation`),
  section: words(
    'section, offence, statute section, code section, violation, article, infraction, disposition legislative',
  ),
  counts: words('counts, count, number of counts, chefs, nombre de chefs, chefs d accusation'),
  stage: words('stage, charge status, charge stage, etape, statut de l accusation'),
  disposition: words('disposition, outcome, result, court outcome, issue, resultat, decision'),
  disposedOn: words(`
    disposed, disposed on, disposition date, outcome date, date of disposition, date de l issue, date de la decision, date
    de disposition`),
  clearance: words(`
    clearance, clearance status, status, cleared by, clearance reason, ucr clearance, classement, statut, statut de classement,
    mode de classement, etat de l affaire`),
  clearedOn: words(`
    cleared, cleared on, clearance date, date cleared, status date, date of clearance, classe le, classee le, date de
    classement, date du statut`),
} satisfies Record<ExtractField, readonly string[]>;

const stages = {
  recommended: words('recommended, recommendation, referred to crown, recommande, recommandee, soumis au procureur'),
  approved: words('approved, authorized, approuve, approuvee, autorise, autorisee'),
  laid: words('laid, charged, sworn, depose, deposee, portee, accuse, accusee'),
} satisfies Record<ChargeStage, readonly string[]>;

const dispositions = {
  guilty: words('guilty, convicted, conviction, guilty plea, coupable, condamne, condamnee, plaidoyer de culpabilite'),
  acquitted: words('acquitted, not guilty, acquitte, acquittee, non coupable'),
  withdrawn: words('withdrawn, retire, retiree'),
  stayed: words('stayed, stay, stay of proceedings, suspendu, suspendue, arret des procedures'),
  dismissed: words('dismissed, discharged, rejete, rejetee, libere, liberee'),
  not_criminally_responsible: words('ncr, not criminally responsible, non criminellement responsable'),
  extrajudicial: words('extrajudicial, extrajudicial measures, diversion, extrajudiciaire, mesures extrajudiciaires'),
  other: words('other, autre'),
} satisfies Record<Disposition, readonly string[]>;

const ages = {
  youth: words('youth, young person, yes, y, true, 1, jeune, adolescent, adolescente, oui, o, vrai'),
  adult: words('adult, no, n, false, 0, adulte, non, faux'),
};

const waitings = {
  unassigned: words('unassigned, non attribue, non attribuee'),
  active: words('active, under investigation, actif, active'),
  provider: words('provider, waiting on provider, fournisseur, en attente du fournisseur'),
  lab: words('lab, laboratory, waiting on lab, laboratoire'),
  other_service: words('waiting on another service, other service, autre service'),
  crown_or_court: words('crown, court, before the courts, couronne, tribunal, devant les tribunaux'),
} satisfies Record<WaitingState, readonly string[]>;

/** They say no more than that no day of conclusion is given. */
export const openWords = words('open, ouvert, ouverte, en cours');

/** In addition to the unit's own reasons: the file was unfounded. */
export const unfoundedWords = words('unfounded, non fonde, non fondee, sans fondement');

export const waitingByWord: ReadonlyMap<string, string> = new Map([
  ...byAlias(waitings),
  ...waitingState.options.flatMap((code) =>
    Object.values(codeWords.waitingState[code]).map((word) => [fold(word), code] as const),
  ),
]);
export const stageByWord = byAlias(stages);
export const dispositionByWord = byAlias(dispositions);
export const ageByWord = byAlias(ages);
