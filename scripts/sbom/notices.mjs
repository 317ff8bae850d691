// The texts that licences ask to be shown, one after the other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isText = (name) =>
  /^(licen[cs]e|copying|notice|unlicense|third[-_]party[-_]notices)([-_].*|\.(md|txt|markdown|mit))?$/i.test(name);

/** Fonts of an engine that Vigie does not use: the packager leaves them out (electron-builder.yml). */
const isLeftOut = (path) => path.endsWith(join('pdfjs-dist', 'standard_fonts'));

/** The files in which a package, or what it carries, says its licence. */
function textsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name);
    if (each.isDirectory()) return each.name === 'node_modules' || isLeftOut(path) ? [] : textsIn(path);
    return each.isFile() && isText(each.name) ? [readFileSync(path, 'utf8').trim()] : [];
  });
}

function authorOf(folder) {
  const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return typeof author === 'string' ? author : author?.name;
}

/** @param {string} root @param {ReturnType<typeof import('./components.mjs').shippedComponents>} components @returns {string} */
export function noticesOf(root, components) {
  const parts = components
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, licence, folder }) => {
      const at = folder === undefined ? undefined : join(root, folder);
      const title = `${name}${version === undefined ? '' : ` ${version}`} (${licence})`;
      const by = at === undefined ? undefined : authorOf(at);
      const texts = at === undefined ? [] : [...new Set(textsIn(at))];
      return [`${'='.repeat(78)}\n${title}`, ...(by === undefined ? [] : [by]), ...texts].join('\n\n');
    });
  return `Vigie contains the components below, each under its licence.\nVigie contient les composants ci-dessous, chacun sous sa licence.\n\n${parts.join('\n\n')}\n`;
}
