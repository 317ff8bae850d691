// How the screens are looked at: the size of the window and of the text, the language and the theme.

/** @typedef {{ readonly width: number, readonly height: number, readonly zoom: number, readonly name: string }} Size */
/** @typedef {{ readonly sizes: readonly Size[], readonly locales: readonly string[], readonly themes: readonly string[], readonly only?: ReadonlySet<string> }} Views */

/** What the product is about: a unit's day and its figures, then a quarter's return, each in one language. */
export const TWELVE = new Set([
  'welcome_en',
  'supervisor_inbox_en',
  'supervisor_referrals-one_fr',
  'supervisor_investigations-one_en',
  'supervisor_due_fr',
  'supervisor_imports_en',
  'supervisor_backlog_en',
  'coordinator_packs_fr',
  'coordinator_counterfactual-unit_en',
  'coordinator_returns-AG-01-checks_en',
  'coordinator_returns-AG-01-preview_fr',
  'coordinator_returns-AG-01-export_en',
]);

/** @param {Views} views @param {readonly string[]} parts who, what and the language @returns {boolean} whether that picture is wanted */
export function isWanted({ only }, parts) {
  return only === undefined || only.has(parts.join('_').replaceAll('/', ''));
}

/** `1280x720`, or `1280x720@2` with everything twice as large. @param {string} written @returns {Size} */
export function sizeOf(written) {
  const found = /^(\d+)x(\d+)(?:@(\d(?:\.\d+)?))?$/.exec(written);
  if (found === null) throw new Error(`A size is written 1280x720 or 1280x720@2, not ${written}.`);
  return { width: Number(found[1]), height: Number(found[2]), zoom: Number(found[3] ?? 1), name: written };
}

/** Of what is asked, each size with each theme and language. @param {Views} views */
export function* each({ sizes, themes, locales }) {
  for (const size of sizes) for (const theme of themes) for (const locale of locales) yield { size, theme, locale };
}
