import { hostname } from 'node:os';

/** The name of this computer, without the network that it is in now. */
export function computerName(): string {
  return hostname().replace(/\..*$/, '').toLowerCase();
}
