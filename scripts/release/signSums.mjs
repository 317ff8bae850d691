// After the packager: the SHA-256 of each file that it made, signed with the release key where one is named in
// VIGIE_RELEASE_KEY. A Linux package is verified by them, since AppImage and deb carry no signature of the publisher.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * @param {{ outDir: string, artifactPaths: readonly string[] }} made
 * @returns {string[]} the files that were added
 */
export default function signSums({ outDir, artifactPaths }) {
  if (artifactPaths.length === 0) return [];
  const sums = join(outDir, 'SHA256SUMS');
  const signature = `${sums}.asc`;
  const lines = artifactPaths
    .map((path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${basename(path)}`)
    .toSorted();
  writeFileSync(sums, `${lines.join('\n')}\n`);
  // One of an earlier build would vouch for other files.
  rmSync(signature, { force: true });
  const key = process.env.VIGIE_RELEASE_KEY;
  if (!key) return [sums];
  execFileSync('gpg', ['--batch', '--yes', '--local-user', key, '--armor', '--detach-sign', sums]);
  return [sums, signature];
}
