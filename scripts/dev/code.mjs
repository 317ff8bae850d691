// Main, preload and store as `npm run dev` builds them: beside the product's, with source maps, again at each change.
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../setup/processes.mjs';

/** A folder that Electron takes for an application. Packages, tests and `npm start` look at the rest of dist alone. */
export const APPLICATION = join(ROOT, 'dist', 'workshop');

export function prepareFolder() {
  const { name, productName, version, main } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const old of ['dist', 'node_modules', 'resources'])
    rmSync(join(APPLICATION, old), { recursive: true, force: true });
  mkdirSync(APPLICATION, { recursive: true });
  writeFileSync(join(APPLICATION, 'package.json'), JSON.stringify({ name, productName, version, main }));
  for (const folder of ['node_modules', 'resources'])
    symlinkSync(join(ROOT, folder), join(APPLICATION, folder), 'junction');
}

/**
 * Ends when all is built for the first time. `onBuilt` says which program has to start again: a change that main or preload does not see
 * leaves them running.
 * @param {{ main: import('vite').InlineConfig, preload: import('vite').InlineConfig }} config
 * @param {{ onBuilt: (part: 'store' | 'application') => void, onFailed: (error: Error) => void }} listeners
 */
export async function watchCode({ main, preload }, { onBuilt, onFailed }) {
  const { vigie: _commandLine, ...inputs } = main.build.rolldownOptions.input;
  main.build.rolldownOptions.input = { ...inputs, main: join(ROOT, 'electron', 'main', 'workshop.ts') };
  /** Of each program, the code of its first file: it names the others by their digests. */
  const last = new Map();
  let missing = 2;

  function follow(config, outDir) {
    return new Promise((done) => {
      const plugin = {
        name: 'vigie:workshop',
        buildEnd: (error) => void (error && onFailed(error)),
        writeBundle: (_options, files) => {
          const changed = Object.values(files).filter(({ isEntry, name, code }) => isEntry && last.get(name) !== code);
          for (const { name, code } of changed) last.set(name, code);
          if (changed.length === 0) return;
          const isFirst = missing > 0;
          if (isFirst && --missing > 0) return done();
          const isShell = isFirst || changed.some(({ name }) => name === 'main' || name === 'preload');
          onBuilt(isShell ? 'application' : 'store');
          done();
        },
      };
      // The running programs may still load what was built before.
      const places = { outDir: join(APPLICATION, outDir), emptyOutDir: false };
      const built = { ...config, configFile: false, plugins: [...config.plugins, plugin] };
      void build({ ...built, build: { ...config.build, ...places } }).catch(onFailed);
    });
  }
  await Promise.all([follow(main, 'dist/main'), follow(preload, 'dist/preload')]);
}
