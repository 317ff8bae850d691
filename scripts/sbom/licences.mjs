// What the licences of shipped components may be.
import satisfies from 'spdx-satisfies';

/** Permissive: they ask for their text and a name. Anything else is refused, GPL and AGPL first, and so is one that says nothing. */
const allowed = [
  '0BSD',
  'Apache-2.0',
  'blessing',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
];

/** @param {string | undefined} licence an SPDX expression; a choice is allowed where one of its sides is */
export function isAllowed(licence) {
  try {
    return licence !== undefined && satisfies(licence, allowed);
  } catch {
    // No expression of SPDX: nobody can say what it allows.
    return false;
  }
}

/**
 * @param {readonly { readonly name: string, readonly version?: string, readonly licence?: string }[]} components
 * @returns {string[]} those that may not ship, in words
 */
export function licenceProblems(components) {
  return components
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version = '', licence = 'none' }) => `${name} ${version}: licence ${licence} may not ship`);
}
