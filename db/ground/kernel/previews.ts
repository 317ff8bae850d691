/** Where the one preview of each kind of import is kept in memory. */
export const previewKeys = { referrals: 'imports.preview', extracts: 'extracts.preview' } as const;

/** What was judged before something was sealed or purged still shows it: it is dropped, and the file is previewed again. */
export function forgetPreviews(memory: Map<string, unknown>): void {
  for (const key of Object.values(previewKeys)) memory.delete(key);
}
