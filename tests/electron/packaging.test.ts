import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import signSums from '../../scripts/release/signSums.mjs';
import { electronRuntime } from '../../scripts/setup/runtime.mjs';
import { isWhole } from '../support/whole.ts';

const root = resolve(import.meta.dirname, '../..');
const parent = mkdtempSync(join(tmpdir(), 'vigie-package-'));
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

/** As a fuse is written in the program: the characters 0 and 1. */
const [off, on] = ['0'.charCodeAt(0), '1'.charCodeAt(0)];
const fuses = {
  [FuseV1Options.RunAsNode]: off,
  [FuseV1Options.EnableCookieEncryption]: on,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
  [FuseV1Options.EnableNodeCliInspectArguments]: off,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
  [FuseV1Options.OnlyLoadAppFromAsar]: on,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
};

const entry = z.object({
  offset: z.string().optional(),
  size: z.number().optional(),
  unpacked: z.boolean().optional(),
});
interface Archived {
  readonly path: string;
  readonly text: () => string;
}

/** The files of an application archive: four lengths, the list as JSON, then the bytes. Unpacked ones lie beside it. */
function archived(path: string): readonly Archived[] {
  const bytes = readFileSync(path);
  const header: unknown = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const start = 8 + bytes.readUInt32LE(4);
  const walk = (node: unknown, at: string): readonly Archived[] => {
    const folder = z.object({ files: z.record(z.string(), z.unknown()) }).safeParse(node);
    if (folder.success)
      return Object.entries(folder.data.files).flatMap(([name, each]) =>
        walk(each, at === '' ? name : `${at}/${name}`),
      );
    const { offset = '0', size = 0, unpacked } = entry.parse(node);
    const from = start + Number(offset);
    const text = (): string =>
      unpacked ? readFileSync(join(`${path}.unpacked`, at), 'utf8') : bytes.toString('utf8', from, from + size);
    return [{ path: at, text }];
  };
  return walk(header, '');
}

const isBuilt = existsSync(join(root, 'dist/main/main.cjs')) && process.platform === 'linux';

describe.skipIf(!isBuilt || !isWhole)('the packaged program [of the whole run, on Linux]', () => {
  const folder = join(parent, 'linux-unpacked');
  let files: readonly Archived[];

  /** As a release is made, on the Electron that is here. */
  beforeAll(() => {
    const { distPath, version } = electronRuntime();
    const builder = join(root, 'node_modules/electron-builder/cli.js');
    const config = ['--config', 'electron-builder.yml', `-c.electronDist=${distPath}`, `-c.electronVersion=${version}`];
    const made = spawnSync(
      process.execPath,
      [builder, '--linux', 'dir', ...config, `-c.directories.output=${parent}`],
      { cwd: root, encoding: 'utf8' },
    );
    expect([made.status, made.stdout, made.stderr]).toEqual([0, expect.any(String), expect.any(String)]);
    files = archived(join(folder, 'resources/app.asar'));
  }, 120_000);

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'vigie'));
    expect(Object.fromEntries(Object.keys(fuses).map((fuse) => [fuse, wire[Number(fuse) as FuseV1Options]]))).toEqual(
      fuses,
    );
  });

  it('holds the bundles, which have the migrations in them, and no source, test or map', () => {
    const names = files.map(({ path }) => path);
    for (const path of [
      'dist/main/main.cjs',
      'dist/main/store.cjs',
      'dist/preload/preload.cjs',
      'dist/renderer/index.html',
    ])
      expect(names).toContain(path);
    const own = names.filter((path) => !path.startsWith('node_modules/'));
    expect(
      own.filter(
        (path) => /^(db|electron|migrations|renderer|tests|scripts|docs)\//.test(path) || path.endsWith('.map'),
      ),
    ).toEqual([]);
  });

  it('shows what it is made of, and holds nothing under the GPL', () => {
    const bill: unknown = JSON.parse(readFileSync(join(folder, 'resources/notices/sbom.cdx.json'), 'utf8'));
    const { components } = z.object({ components: z.array(z.object({ name: z.string() })) }).parse(bill);
    const listed = new Set(components.map(({ name }) => name));
    const packages = new Set(
      files.flatMap(({ path }) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1] ?? []),
    );
    expect(packages.size).toBeGreaterThan(50);
    expect([...packages].filter((name) => !listed.has(name))).toEqual([]);
    const licences = files.filter(({ path }) => /(^|\/)(licen[cs]e|copying)[^/]*$/i.test(path));
    expect(licences.length).toBeGreaterThan(50);
    expect(licences.filter(({ text }) => /GENERAL PUBLIC LICENSE/i.test(text())).map(({ path }) => path)).toEqual([]);
    expect(readFileSync(join(folder, 'resources/notices/THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('\nreact ');
  });
});

describe('the settings of the packager', () => {
  const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

  it('let nothing of Windows or macOS leave unsigned, and hold no secret', () => {
    for (const line of [
      'forceCodeSigning: true',
      'hardenedRuntime: true',
      'notarize: true',
      'signingHashAlgorithms: [sha256]',
    ])
      expect(settings).toContain(line);
    expect(settings).not.toMatch(/^\s*(cscLink|cscKeyPassword|certificateFile|certificatePassword|password|token):/im);
  });

  it('ask macOS for nothing but the compiler of the engine', () => {
    const plist = readFileSync(join(root, 'scripts/release/entitlements.mac.plist'), 'utf8');
    expect([...plist.matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });
});

describe('the sums of a release', () => {
  const artifact = join(parent, 'Vigie.AppImage');
  const made = () => signSums({ outDir: parent, artifactPaths: [artifact] });
  const gpg = spawnSync('gpg', ['--version']).status === 0;

  it('are of each file, unsigned where no key is named', () => {
    writeFileSync(artifact, 'fictitious');
    writeFileSync(join(parent, 'SHA256SUMS.asc'), 'of an earlier build');
    expect(made()).toEqual([join(parent, 'SHA256SUMS')]);
    const sum = createHash('sha256').update('fictitious').digest('hex');
    expect(readFileSync(join(parent, 'SHA256SUMS'), 'utf8')).toBe(`${sum}  Vigie.AppImage\n`);
    expect(globSync('*.asc', { cwd: parent })).toEqual([]);
  });

  it.skipIf(!gpg)('are signed by the release key [skipped where gpg is not installed]', () => {
    const home = join(parent, 'gnupg');
    mkdirSync(home, { mode: 0o700 });
    vi.stubEnv('GNUPGHOME', home);
    vi.stubEnv('VIGIE_RELEASE_KEY', 'release@example.test');
    try {
      const quick = ['--batch', '--passphrase', '', '--quick-gen-key', 'release@example.test', 'ed25519', 'sign'];
      execFileSync('gpg', quick, { stdio: 'pipe' });
      const [sums = '', signature = ''] = made();
      execFileSync('gpg', ['--verify', signature, sums], { stdio: 'pipe' });
      writeFileSync(sums, 'another');
      expect(spawnSync('gpg', ['--verify', signature, sums]).status).not.toBe(0);
      execFileSync('gpgconf', ['--kill', 'all']);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
