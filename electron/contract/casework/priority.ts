import { folded } from '../ground/folded.ts';

/** As sources write it: a first priority or level, NCMEC's E, or a word for urgent in either language. */
const words = 'urgen|emergenc|immedia|imminen|critical|critique';
const urgent = new RegExp(String.raw`^(?:p(?:riorit[ey])?|niveau|level)?[\s:.#-]*(?:1|e)(?![\p{L}\d])|${words}`, 'u');
/** A word between is allowed: "pas très urgent". */
const negated = new RegExp(String.raw`\b(?:non|not|pas|peu|aucune?)\b(?:\s\w+)?[\s-]*(?:${words})`);

/** Whether a source calls a referral urgent, by the priority that it gave. */
export function isUrgentPriority(priority: string | null): boolean {
  if (priority === null) return false;
  const plain = folded(priority).trim();
  return urgent.test(plain) && !negated.test(plain);
}
