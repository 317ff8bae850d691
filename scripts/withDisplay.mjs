// `node scripts/withDisplay.mjs COMMAND [ARGUMENT...]`: runs a command with the project's programs first on the path, the
// right Electron, and a virtual display where there is no real one.
import { pathWithBin } from './setup/build.mjs';
import { become } from './setup/processes.mjs';
import { runtimeEnvironment } from './setup/runtime.mjs';
import { hasDisplay } from './setup/system.mjs';

const SCREEN = '-screen 0 1920x1200x24';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  process.stderr.write('Usage: node scripts/withDisplay.mjs COMMAND [ARGUMENT...]\n');
  process.exitCode = 2;
} else {
  const env = { ...pathWithBin(), ...runtimeEnvironment() };
  if (hasDisplay()) become(command, args, { env, shell: process.platform === 'win32' });
  else {
    const virtual = { ...env, VIGIE_VIRTUAL_DISPLAY: '1' };
    // xvfb-run passes no signal on: the whole group gets it.
    become('xvfb-run', ['-a', '-s', SCREEN, command, ...args], { env: virtual, detached: true });
  }
}
