/** A statement is prepared once it was asked so often: each takes memory of the server, on every connection. */
const often = 5;
/** Of statements that are looked after; lists of values of every length make more. */
const most = 1000;

const asked = new Map<string, { readonly name: string; times: number }>();

/** The name under which a statement that is asked often is prepared on a connection: the server plans it no more each time. */
export function preparedName(text: string): string | undefined {
  const known = asked.get(text);
  if (known) {
    known.times += 1;
    return known.times > often ? known.name : undefined;
  }
  if (asked.size < most) asked.set(text, { name: `vigie ${String(asked.size)}`, times: 1 });
  return undefined;
}
