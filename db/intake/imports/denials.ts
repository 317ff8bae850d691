/** Beginnings of the words that say how a referral ended. */
const end =
  '(?:clos|close|clsd|ferm|clear|conclu|complet|termin|resol|solv|transf|refer|fwd|forward|charg|accus|info|renseign|regl|fini)';
const upTo = (most: number): string => `(?:\\S+ ){0,${String(most)}}?`;
const sent = '(?:transf|fwd|forward|refer|remis|sent|envoy|achemin|transmis)\\S*';

/** Of what has no accents, capitals or punctuation. */
const denials = [
  // "Not yet closed", "Cannot be closed", "Pas encore conclu", "Non clos"
  `\\b(?:no|not|non|pas|jamais|never|cannot|can t|sans|aucune?|without|doit etre|must be) ${upTo(2)}${end}\\S*`,
  // "To be closed", "À fermer"
  '\\bto (?:be )?(?:close|clear|conclude|complete|transfer|refer|forward)\\S*',
  '\\ba (?:fermer|clore|conclure|completer|terminer|transferer|referer|regler|finir)',
  '\\b(?:un(?:closed|cleared|resolved|solved|finished)|incomplet)\\S*',
  // "Fermeture refusée", "Closed in error", "Accusation à venir", "Info requested"
  `\\b${end}\\S* ${upTo(3)}(?:refus\\S*|denied|declined|in error|par erreur|request\\S*|demand\\S*|requis\\S*|required|a venir|to come|to follow|a suivre)`,
  // Another desk of the same unit, or the prosecutor, who has the file beside it.
  `\\b${sent} (?:\\S+ )?(?:to|a|au|aux) (?:the |l |la |le |son |sa )?(?:equipe|team|enquet\\S*|investigat\\S*|cst|const|constable|sgt|cpl|agente?|gend|crown|couronne|dpcp|ppsc|procureur\\S*|prosecut\\S*)\\b`,
  // A person's account, which a provider closed.
  `\\b(?:compte|account|profile?) ${upTo(1)}(?:ferm|clos|terminat|suspend|disabl|desactiv)\\S*`,
  '\\b(?:terminated|closed|suspended|disabled) (?:account|profile)',
];
const denied = new RegExp(denials.join('|'), 'g');

/** A folded text without the ends that it denies, awaits, or says of something else. */
export function withoutDenied(folded: string): string {
  return folded
    .replace(/\b(?:non|not|pas|no) (viable|found|fonde)/g, 'un$1')
    .replace(denied, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
