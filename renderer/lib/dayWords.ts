const english = {
  months: 'january february march april may june july august september october november december',
  weekdays: 'sunday monday tuesday wednesday thursday friday saturday',
  numbers: 'one two three four five six seven eight nine ten',
};

const french = {
  months: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
  numbers: 'un deux trois quatre cinq six sept huit neuf dix',
};

/** Where a name, or its beginning of at least three letters, is in the lists of either language; null where it is none or could be two. */
function indexOf(name: string, list: 'months' | 'weekdays'): number | null {
  if (name.length < 3) return null;
  const found = [english, french].flatMap((language) =>
    language[list].split(' ').flatMap((full, index) => (full.startsWith(name) ? [index] : [])),
  );
  const [index, ...others] = new Set(found);
  return index === undefined || others.length > 0 ? null : index;
}

/** From 0, Sunday. */
export const weekdayOfName = (name: string): number | null => indexOf(name, 'weekdays');

/** From 1, January. */
export function monthOfName(name: string): number | null {
  const index = indexOf(name, 'months');
  return index === null ? null : index + 1;
}

/** 3, three, trois, a, une. */
export function numberOfWord(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  if (['a', 'une'].includes(word)) return 1;
  const index = Math.max(...[english, french].map(({ numbers }) => numbers.split(' ').indexOf(word)));
  return index < 0 ? null : index + 1;
}
