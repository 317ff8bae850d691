const space = '\u00a0';

/** Canadian French: a non-breaking space before the colon, the percent and dollar signs and inside guillemets. */
export function joinFrench(text: string): string {
  return text.replace(/ (?=[:»%$])/g, space).replace(/« /g, `«${space}`);
}

/** The same through a whole namespace, so that authors write plain spaces. */
export function joinFrenchTexts(texts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? joinFrench(value) : joinFrenchTexts(value as Record<string, unknown>),
    ]),
  );
}
