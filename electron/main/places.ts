import { join } from 'node:path';
import { app } from 'electron';

/** Built code is found from the application's folder: where the bundler puts a module says nothing. */
export function inApplication(...parts: readonly string[]): string {
  return join(app.getAppPath(), ...parts);
}

export function inUserData(...parts: readonly string[]): string {
  return join(app.getPath('userData'), ...parts);
}
