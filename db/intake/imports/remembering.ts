/** A cache that forgets all when full: a column of free text must not fill the memory. */
export function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const value = compute(text);
    if (known.size >= 20_000) known.clear();
    if (text.length <= 100) known.set(text, value);
    return value;
  };
}
