/** As sources write it: a first priority, NCMEC's E, or a word for urgent in either language. */
const urgent = /^(?:p(?:riorit[ey])?[\s:.#-]*)?(?:1|e)$|^1[\s:.-]|^e\s*-|urgen|emergenc|immedia|critical|critique/;
const negated = /\b(?:non|not|no|pas|peu|aucune?)\b/;

/** Whether a source calls a referral urgent, by the priority that it gave. */
export function isUrgentPriority(priority: string | null): boolean {
  if (priority === null) return false;
  const folded = priority.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return urgent.test(folded) && !negated.test(folded);
}
