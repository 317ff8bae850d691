/** A statement is prepared once it was asked more often than this: each takes memory of the server, on every connection. */
const often = 5;
/** Statements that are counted. Those with a list of values have as many texts as lengths. */
const most = 1000;
/** Characters of the longest that is prepared: rows that are added in bulk would take megabytes. */
const longest = 10_000;

const asked = new Map<string, { readonly name: string; times: number }>();

/** The name under which a statement that is asked often is prepared on a connection, so that the server can keep its plan. */
export function preparedName(text: string): string | undefined {
  const known = asked.get(text);
  if (known) {
    known.times += 1;
    return known.times > often ? known.name : undefined;
  }
  if (asked.size < most && text.length <= longest) asked.set(text, { name: `vigie ${String(asked.size)}`, times: 1 });
  return undefined;
}
