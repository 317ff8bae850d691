/** Part of every word that is of the other agreement alone; `secretCount` in its counts and `secretCents` in its money. */
export const secretWord = 'BETA';
export const secretCount = 7131;
export const secretCents = 71_317_131;

/** What of the other agreement is in an answer. Ids, hashes and fingerprints are random: any figure may be in them. */
export function secretsIn(value: unknown): readonly string[] {
  const text = JSON.stringify(value).replace(/[0-9a-f-]{24,}|[0-9A-F]{4}( [0-9A-F]{4}){15}/g, '');
  const figures = [secretCents, secretCents / 100, secretCount, secretCount * 3].map(String);
  const told = figures.filter((each) => new RegExp(`(?<![\\d.])${each.replace('.', '\\.')}(?!\\d)`).test(text));
  return text.includes(secretWord) ? [secretWord, ...told] : told;
}
