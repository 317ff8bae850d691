import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

async function startDisplay(): Promise<{ readonly DISPLAY: string }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.on('exit', () => server.kill());
  const [said] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  server.unref();
  return { DISPLAY: `:${said.toString().trim()}` };
}

let display: ReturnType<typeof startDisplay> | undefined;

/** Where displays are virtual, each worker has its own: windows share the clipboard of a display, and clear it when they lock. */
export async function ownDisplay(): Promise<{ readonly DISPLAY?: string }> {
  if (process.env['VIGIE_VIRTUAL_DISPLAY'] === undefined) return {};
  return (display ??= startDisplay());
}
