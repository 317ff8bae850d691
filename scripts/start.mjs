// Opens the application, built first when its sources have changed; without a display, the headless demonstration.
import { ensureBuilt, pathWithBin } from './setup/build.mjs';
import { ROOT, SetupError, become, npmCommand, say } from './setup/processes.mjs';
import { electronRuntime, runtimeEnvironment } from './setup/runtime.mjs';
import { hasDisplay } from './setup/system.mjs';

async function start() {
  if (!hasDisplay()) {
    say('There is no display: doing the main job on fictitious data instead (npm run demo).');
    const { command, prefix, shell } = npmCommand();
    return become(command, [...prefix, 'run', '--silent', 'demo'], { cwd: ROOT, shell });
  }
  await ensureBuilt(say);
  const runtime = electronRuntime();
  if (runtime.kind === 'fallback')
    say(`Electron ${runtime.version}: for development on this network, not for release.`);
  // Chromium's sandbox refuses root.
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  become(runtime.executable, [...rootOnly, ROOT, ...process.argv.slice(2)], {
    env: { ...pathWithBin(), ...runtimeEnvironment(runtime) },
  });
}

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof SetupError ? error.message : String(error?.stack ?? error)}\n`);
  process.exitCode = 1;
}
