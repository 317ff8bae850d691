/** Answers by the names of their questions, all asked at once: a distant server gives them in the time of one. */
export async function together<T extends Readonly<Record<string, unknown>>>(
  asked: T,
): Promise<{ readonly [Name in keyof T]: Awaited<T[Name]> }> {
  const answers = await Promise.all(Object.values(asked));
  const named = Object.keys(asked).map((name, place) => [name, answers[place]]);
  return Object.fromEntries(named) as { readonly [Name in keyof T]: Awaited<T[Name]> };
}
