/** What this thread has parsed with. */
const used = { large: false };

/** Called before a large parser of others is used: what it may leave behind in its thread must not meet the next file. */
export function spendThread(): void {
  used.large = true;
}

export const isSpent = (): boolean => used.large;
