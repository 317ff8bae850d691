import type { ReferralSource, ReferralState, RiskBand } from '#contract/ground/codes';
import type { ImportField } from '#contract/intake/imports';

/** Words are compared without case, accents or punctuation: `Date de réception`, `DATE_DE_RECEPTION` and `date de reception` are one. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/º/g, 'o')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function words(text: string): readonly string[] {
  return text.split(',').map(fold);
}

/** How a conclusion may be named in a file; `open` says that the referral has none. */
export type Conclusion = Extract<ReferralState, 'concluded' | 'not_viable' | 'information_only' | 'transferred_out'>;

const headers = {
  receivedOn: words(`
    received, received on, date received, received date, receipt date, date of receipt, date, recu, recu le,
    recue le, date de reception, reception, date recu, date recue, date du signalement, date d ouverture,
    date opened, opened, opened on`),
  receivedTime: words(`
    time, time received, received time, time of receipt, hour, heure, heure recue, heure de reception, heure du
    signalement`),
  source: words(`
    source, origin, referral source, received from, reported by, from, report type, provenance, origine,
    source du signalement, recu de, type de signalement`),
  externalNumber: words(`
    number, external number, reference, reference number, ref, ref no, occurrence, occurrence number, report
    number, cybertip number, tip number, tip no, file number, file no, case number, case no, no, numero, numero externe, numero de
    reference, numero du signalement, numero de dossier, numero d evenement, numero de rapport, no de
    dossier, no de reference, n de dossier, n`),
  unitCode: words(`
    unit, unit code, team, detachment, office, unite, code d unite, code de l unite, code unite, equipe,
    detachement, bureau`),
  priorityReceived: words(`
    priority, pri, priority received, source priority, priority as received, urgency, priorite, priorite recue,
    priorite de la source, urgence`),
  riskBand: words(`
    risk, risk band, risk level, band, risk rating, risque, niveau de risque, cote de risque, tranche de
    risque, niveau`),
  summary: words(`
    summary, description, synopsis, details, notes, remarks, comments, resume, sommaire, description
    sommaire, remarques, commentaires, precisions`),
  concludedOn: words(`
    concluded on, date concluded, concluded, closed, closed on, date closed, closing date, end date, conclu
    le, date de conclusion, ferme le, clos le, date de fermeture, date de cloture, date de fin, status since, statut depuis, etat depuis`),
  conclusion: words(`
    conclusion, outcome, disposition, status, result, state, closing reason, clearance, issue, statut, etat,
    resultat, motif de fermeture, motif de conclusion`),
  assignedTo: words(`
    assigned to, assigned, assignee, officer, investigator, lead investigator, lead, member, handled by, responsable,
    attribue a, attribuee a, assigne a, enqueteur, enqueteuse, enqueteur responsable, policier, membre`),
  email: words(`
    email, e mail, email address, e mail address, suspect email, courriel, adresse courriel, adresse de courriel,
    adresse electronique, adresse e mail`),
  handle: words(`
    handle, username, user name, screen name, screenname, user id, account, account name, pseudonyme, pseudo, nom d
    utilisateur, nom d ecran, compte, nom du compte`),
  service: words(`
    service, platform, application, app, esp, esp name, electronic service provider, plateforme, fournisseur,
    fournisseur de services, reseau`),
  phone: words(`
    phone, phone number, telephone, telephone number, mobile, mobile number, cell, cell phone, numero de telephone,
    cellulaire, tel`),
  ipAddress: words(`
    ip, ip address, ipaddress, ipv4, ipv6, ip addresses, source ip, adresse ip, adresses ip, no ip`),
  port: words('port, source port, ip port, port source, no de port, numero de port'),
  seenText: words(`
    ip time, ip date, ip date time, event time, event date, event date time, date time, datetime, timestamp, time seen,
    upload time, upload date, incident date time, horodatage, date et heure, date et heure ip, heure de l evenement, date
    de l evenement, date et heure de l evenement`),
} satisfies Record<ImportField, readonly string[]>;

const sources = {
  ncecc: words('ncecc, ncecrc, cncee, ncmec, rcmp ncecc, grc cncee, national centre, centre national'),
  cybertip: words('cybertip, cybertip ca, cyberaide, cyberaide ca, c3p, ccpe'),
  mandatory_report: words('mandatory, mandatory report, mandatory reporting, declaration obligatoire'),
  other_service: words(`
    other police service, other service, other police, police, police service, outside agency, autre service
    de police, autre service, autre corps de police, service de police`),
  public: words('public, citizen, member of the public, complainant, citoyen, citoyenne, plaignant, plaignante'),
  school: words('school, school board, ecole, centre de services scolaire, conseil scolaire'),
  child_welfare: words('child welfare, child protection, cas, protection de l enfance, dpj, protection de la jeunesse'),
  border_services: words('border services, cbsa, border, services frontaliers, asfc, frontiere'),
  victim_identification: words(
    'victim identification, victim id, vid, identification de victimes, identification des victimes',
  ),
  other: words('other, autre, autres, internal, interne, proactive, proactif'),
} satisfies Record<ReferralSource, readonly string[]>;

const bands = {
  imminent: words('imminent, imminent danger, danger imminent, immediate, immediat'),
  very_high: words('very high, tres eleve, tres elevee, critical, critique'),
  high: words('high, eleve, elevee, haut, haute'),
  medium: words('medium, med, moderate, moyen, moyenne, modere, moderee'),
  low: words('low, faible, bas, basse'),
} satisfies Record<RiskBand, readonly string[]>;

const conclusions = {
  concluded: words('concluded, closed, completed, conclu, conclue, ferme, fermee, clos, close, termine, terminee'),
  not_viable: words('not viable, non viable, unfounded, sans suite, sans suite possible, non fonde, non fondee'),
  information_only: words(`
    information only, info only, information, renseignement seulement, renseignements seulement, information
    seulement, a titre informatif`),
  transferred_out: words(`
    transferred, transferred out, referred out, transfere, transferee, transfere ailleurs, transferee
    ailleurs`),
  open: words(`
    open, opened, active, received, pending, in progress, ouvert, ouverte, actif, recu, recue, en cours, en
    attente`),
} satisfies Record<Conclusion | 'open', readonly string[]>;

/** Names of columns that give the day of any state: of an open row it is no closing date. */
export const stateDayHeaders: ReadonlySet<string> = new Set(words('status since, statut depuis, etat depuis'));

export function byAlias<Code extends string>(
  aliases: Readonly<Record<Code, readonly string[]>>,
): ReadonlyMap<string, Code> {
  const entries = Object.entries<readonly string[]>(aliases) as [Code, readonly string[]][];
  return new Map(entries.flatMap(([code, words]) => [fold(code), ...words].map((word) => [word, code] as const)));
}

export const fieldByHeader = byAlias(headers);
export const sourceByWord = byAlias(sources);
export const bandByWord = byAlias(bands);
export const conclusionByWord = byAlias(conclusions);

/** Words written in place of a number that is still to come. They are no blanks elsewhere: a state may be pending. */
export const numberToCome: ReadonlySet<string> = new Set(
  words(
    'pending, to follow, to come, tba, tbc, unk, not known, not available, not provided, none given, none yet, verbal, a venir, a suivre, en attente, non disponible, non fourni, pas de numero, sans numero',
  ),
);

/** What people write where there is nothing to write. As numbers they would all be duplicates of each other. */
export const blankWords: ReadonlySet<string> = new Set([
  '',
  ...words(
    'n a, na, n k, nk, not known, none, nil, null, unknown, day unknown, unk, tbd, aucun, aucune, inconnu, inconnue, jour inconnu, s o, so, nd, n d',
  ),
]);

/** Nothing, or in two languages that there is nothing: "inconnu / unknown". */
export const isBlank = (text: string): boolean =>
  blankWords.has(fold(text)) || (text.includes(' / ') && text.split(' / ').every((part) => blankWords.has(fold(part))));
