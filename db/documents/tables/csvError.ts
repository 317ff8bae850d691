/**
 * Whether csv-parse refused a text. The package has a class of errors in each of its two builds, and the built program loads both, so that an
 * error of one is no instance of the other's class: the code tells.
 */
export function csvErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('CSV_') || error.code.startsWith('INVALID_') ? error.code : null;
}
