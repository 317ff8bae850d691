/** What never was is taken out and not ended: the end of an earlier version is shown where a record has it. */
export const isStillOffered = (end: string, chosen: string): boolean => end !== 'entered_in_error' || chosen === end;
