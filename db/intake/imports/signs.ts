import type { RiskBand } from '#contract/ground/codes';
import { byAlias, words, type Conclusion } from './aliases.ts';

/** What a text of a register holds, and what it then means. */
export type Sign = readonly [RegExp, string];

const anyOf = (...parts: readonly RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join('|'));

/** What sources are called other than by their names: beginnings of words, the more telling first. */
export const sourceSigns: readonly Sign[] = [
  [/victim.*ident|ident.*victim|\bid\b.*\bvictim|vic(?:tim)? id\b|\bvid\b/, 'victim_identification'],
  [/\b(?:ncecc|cncee|ncecrc|ncmec|cnec|cyber ?tipline)\b|national child|centre nat|nat(?:ional|l|n)? cent/, 'ncecc'],
  [
    /cyber ?tip(?! ?line)|cyber ?aide|\bc ?3 ?p\b|\bccpe\b|cent\S* canad\S* de protection|c(?:a?na?d\S*|dn) cent\S* (?:for|of) child protection|centre for child protection/,
    'cybertip',
  ],
  [/mandator|oblig|fournisseur|\bisp\b|\bfsi\b|\besp\b|\bfse\b|provider/, 'mandatory_report'],
  [/\bcbsa\b|\basfc\b|border|frontal|frontier|douan|customs/, 'border_services'],
  [
    anyOf(
      /\bdpj\b|\bcas\b|protection de l enfance|protection de la jeunesse|child welfare|child protection|children s (?:aid|services)|\bsae\b|aide (?:a ?l?|aux) enfan|developpement social|social development/,
      /youth protection|centres? jeunesse|\bmcfd\b|\bcfs\b|child(?:ren)? (?:and|\S*) ?famil|family services|services? a ?l enfance|\bciusss\b|\bcisss\b|social (?:work|serv)|services? socia/,
      /travail(?:leur|leuse)s? socia/,
    ),
    'child_welfare',
  ],
  [
    /ecole|school|teacher|enseignant|\belementary\b|\bprincipal\b|scolaire|college|cegep|lycee|commission scol|directeur d ecole|\bcss\b|polyvalente/,
    'school',
  ],
  [
    /polic|\bgrc\b|\brcmp\b|\bsq\b|surete|\bopp\b|\bppo\b|\bspvm\b|\bspvq\b|gendarm|interpol|europol|\bfbi\b|\bhsi\b|service de p|sheriff|constab|\b[a-z]*pd\b|\b[evcw]ps\b|homeland/,
    'other_service',
  ],
  [
    /public|crime ?stoppers|echec au crime|citoyen|citizen|parent|mere|pere|front (?:desk|counter)|witness|temoin|\bmom\b|\bdad\b|maman|papa|plainte|mother|father|plaign|complain|victim|anonym|walk ?in|comptoir|telephon|appel|call|tip ?line|famil|voisin|neighbo|particulier/,
    'public',
  ],
];

/** The order matters: what is negated or says more is looked for first. */
export const stateSigns: readonly Sign[] = [
  [
    /reouv|rouv|re ?open|non (?:ferme|conclu|regle|resolu|termine)|pas (?:ferme|encore|termine)|not (?:closed|yet)/,
    'open',
  ],
  [
    anyOf(
      /en cours|ouvert|\bsui\b|still under|\bopen|\bactif|\bactive|in progress|ongoing|pending|en attente|attente|await|waiting|a traiter|a faire|to do|nouveau|nouvelle|\bnew\b|assign|attribu|enquete/,
      /investigat|under (?:review|inv)|a l etude|recu|received|analys|suspen|on hold|no change|inchange|\bwith (?:cst|const|cpl|sgt|det)\b|not started|pas commence/,
    ),
    'open',
  ],
  [
    /transf|\bfwd\b|forward|refer(?:red|e)? (?:a|to|out)|referred|refere|envoye a|sent to|remis a|achemin|transmis|(?:passed|handed) (?:on |over )?to\b/,
    'transferred_out',
  ],
  [/info(?:rmation)?\b|renseignement|\brens\b|\bfyi\b|intel/, 'information_only'],
  [
    /sans suite|\bs s\b|non (?:retenu|recevab)|non fond|unfond|unfound|not founded|(?:non|not|pas|no|un) ?viable|insuff|not action|irrecevab|rejet|aucune suite|abandon|no offence|pas d infraction|faux|unsubstant/,
    'not_viable',
  ],
  [
    /ferm|clos|clsd|\bcbc\b|\bclea?rd\b|cleared|conclu|termin|complet|\bdone\b|regle|resolu|resolved|finalis|classe|archiv|solved|cloture/,
    'concluded',
  ],
];

/** Short forms that may mean something else as well: what they propose is always looked at. */
export const likelySources: readonly Sign[] = [
  [/\bvic id\b|\bvidp\b|\bident vict/, 'victim_identification'],
  [/\bncec\b|\bcncee?\b|child expl/, 'ncecc'],
  [/\bc ?tip\b|\bcccp\b/, 'cybertip'],
  [/\bmand\b|reporting act|\bfourn\b|\bloi\b/, 'mandatory_report'],
  [/port of entry|\bpoe\b/, 'border_services'],
  [/\bprot jeun|\bcj\b|\bf cs\b|childrens aid/, 'child_welfare'],
  [/\bsd ?\d+\b|\bprof\b|\bprinc\b|\bsro\b|\bhs\b|\b[a-z]+dsb\b/, 'school'],
  [
    /\bps\b|\b[a-z]ps\b|\bpol\b|\bicac\b|\bnca\b|\bpeel\b|\bsp[a-z]{1,2}\b|other agenc|autre (?:agence|organisme|corps)/,
    'other_service',
  ],
  [/\bcit\b|\bcomp\b|\banon\b|\b911\b|\bform\b|formulaire|\bcs\b|info crime/, 'public'],
];

/** Of states that two units understand otherwise, whatever signs they hold: before a court, filed without action. */
export const unclearState =
  /\bclasse\S* (?:sans suite|s s)|\bcrown\b|couronne|\bdpcp\b|\bppsc\b|(?:see|voir) (?:file|dossier)|^a voir$/;

/** The same of states. Charges may still be before the court: no one but the unit knows whether its referral ended. */
export const likelyStates: readonly Sign[] = [
  [/\btrf\b|\btrans\b|\bxfer\b|\btot\b|^(?:to|au|aux) (?!be\b)|^(?:sent|envoye|redirige)\b/, 'transferred_out'],
  [/\bnfa\b|no further|doublon|dup(?:e|lic)/, 'not_viable'],
  [
    /\b(?:no|pas de|sans|aucun) (?:suspect|ip|element|result|resultat|offen[cs]e)|unable to|impossible|ip inconnue|dead end|expired|expire|perime|juri[sd]+iction|\bunf\b|\bnf\b|\bnot (?:cp|csam)\b/,
    'not_viable',
  ],
  [
    /\bconcl?\b|\bcompl?t\b|\bchgd?\b|charged|\bcharges\b|\baccus|\bacc portee|\barrest|\bplea\b|warned|caution|averti|\bplaide\b|\bc c\b/,
    'concluded',
  ],
];

const shortStates = {
  open: words('o, op, ec, e c, ouv, act, n, no, non'),
  concluded: words('f, fa, fe, c, cl, clo, y, yes, oui, fini, finie, over'),
  not_viable: words('nf, n f, ss, nv, n v, uf, unf'),
  information_only: words('inf, info'),
  transferred_out: words('t, tr, trf, tra, tx, ref'),
} satisfies Record<Conclusion | 'open', readonly string[]>;

/** Short forms of states that are the whole text: a list of states has its own. */
export const likelyStateByWord = byAlias(shortStates);

const shortBands = {
  imminent: words('imm, danger imm'),
  very_high: words('v high, vh, v h, t eleve, t elevee, te, t e'),
  high: words('h, hi, e, elev'),
  medium: words('m, mod, moy'),
  low: words('l, lo, f, fbl, b'),
} satisfies Record<RiskBand, readonly string[]>;

export const likelyBands = byAlias(shortBands);
