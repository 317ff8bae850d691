// How the screens are looked at: the size of the window and of the text, the language and the theme.

/** @typedef {{ readonly width: number, readonly height: number, readonly zoom: number, readonly name: string }} Size */
/** @typedef {{ readonly sizes: readonly Size[], readonly locales: readonly string[], readonly themes: readonly string[] }} Views */

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
