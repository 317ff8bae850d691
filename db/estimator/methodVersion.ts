/** Raised when the analysis changes, so that a result of an older one is not taken for its own. */
export const methodVersion = 16;
