import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A file of the project's own: generated, with the answers of an independent reference next to it. */
export function ownFile(...path: readonly string[]): string {
  return join(root, 'tests/fixtures/validation', ...path);
}

const published = resolve(root, process.env['VIGIE_VALIDATION_DATA'] ?? '../shared/data');

/** A file of another repository, which is never committed here. */
export function publishedFile(...path: readonly string[]): string {
  return join(published, ...path);
}

/** Whether the published files are there, and what the name of a test that needs them says where they are not. */
export function publishedFiles(...files: readonly string[]): { readonly missing: boolean; readonly reason: string } {
  const missing = !files.every((file) => existsSync(file));
  return { missing, reason: missing ? ' (published data not found: set VIGIE_VALIDATION_DATA to their folder)' : '' };
}
