// What ships: the packages of the program, bundled or next to it, and what they carry inside.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Needed by `npm install` or by the compiler alone: none of their code is in the program. */
const isBuildOnly = (name) =>
  name.startsWith('@types/') || /^(typescript|undici-types|csstype|node-linux-.*)$/.test(name);

/** In no list of npm: what Electron and the prebuilt binaries of packages carry. Their own texts come with them. */
const carried = [
  { name: 'chromium', licence: 'BSD-3-Clause', within: 'electron', text: 'LICENSES.chromium.html beside the program' },
  { name: 'node', licence: 'MIT', within: 'electron', text: 'LICENSES.chromium.html beside the program' },
  { name: 'sqlite', licence: 'blessing', within: 'better-sqlite3' },
  { name: 'sqlite3-multiple-ciphers', licence: 'MIT', within: 'better-sqlite3' },
  { name: 'skia', licence: 'BSD-3-Clause', within: '@napi-rs/canvas' },
];

/** ffmpeg is a library of its own file beside Electron's program, which may be exchanged for another: LGPL, listed and not judged. */
const exchangeable = [{ name: 'ffmpeg', licence: 'LGPL-2.1-or-later', within: 'electron' }];

const readPackage = (root, path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));

/**
 * npm's own list, as CycloneDX. Its `--omit dev` leaves out what development needs as well, so the lock file says what the program needs.
 */
function npmList(root) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const text = execFileSync(npm, ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return JSON.parse(text);
}

/** Where the packages of the program are installed, by their name and version. */
function installed(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const needed = Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional);
  return new Map(
    needed
      .filter(([path]) => existsSync(join(root, path)))
      .map(([path, { name = path.replace(/^.*node_modules\//, ''), version }]) => [`${name}@${version}`, path]),
  );
}

function licenceOf({ licenses = [] }) {
  const [first] = licenses;
  return first?.expression ?? first?.license?.id ?? first?.license?.name;
}

const pathProperty = 'cdx:npm:package:path';
const folderOf = ({ properties = [] }) => properties.find(({ name }) => name === pathProperty)?.value;

function electronComponent(root) {
  const { version, license } = readPackage(root, 'node_modules/electron');
  return {
    type: 'framework',
    name: 'electron',
    version,
    'bom-ref': `electron@${version}`,
    purl: `pkg:npm/electron@${version}`,
    licenses: [{ license: { id: license } }],
    properties: [{ name: pathProperty, value: 'node_modules/electron' }],
  };
}

const carriedComponent = ({ name, licence, within }) => ({
  type: 'library',
  name,
  'bom-ref': `${within}/${name}`,
  licenses: [{ license: { id: licence } }],
  properties: [{ name: 'vigie:carried-by', value: within }],
});

/** @param {string} root @returns {{ components: any[], bomFormat: string }} the bill of materials of what ships, as CycloneDX JSON */
export function billOfMaterials(root) {
  const list = npmList(root);
  const { version, name } = readPackage(root, '.');
  const paths = installed(root);
  const packages = list.components
    .filter((each) => !isBuildOnly(each.name) && paths.has(each['bom-ref']))
    .map((each) => ({ ...each, properties: [{ name: pathProperty, value: paths.get(each['bom-ref']) }] }));
  const kept = new Set([list.metadata.component['bom-ref'], ...packages.map((each) => each['bom-ref'])]);
  return {
    ...list,
    metadata: { ...list.metadata, component: { ...list.metadata.component, type: 'application', name, version } },
    components: [...packages, electronComponent(root), ...[...carried, ...exchangeable].map(carriedComponent)],
    dependencies: list.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) })),
  };
}

/**
 * @param {{ components: readonly any[] }} bill
 * @returns {readonly { name: string, version?: string, licence?: string, folder?: string, isExchangeable: boolean }[]}
 */
export function shippedComponents({ components }) {
  return components.map((each) => ({
    name: each.name,
    version: each.version,
    licence: licenceOf(each),
    folder: folderOf(each),
    isExchangeable: exchangeable.some(({ name }) => name === each.name),
  }));
}
