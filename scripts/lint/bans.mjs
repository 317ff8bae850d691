/** Syntax that this project does without, and queries that would reach every row of a table. */

const bans = {
  TSEnumDeclaration: () => 'Use a const object.',
  ExportDefaultDeclaration: () => 'Named exports only.',
  CallExpression: ({ callee, arguments: given }) =>
    callee.property?.name === 'transaction' &&
    given.some(({ type, async }) => type === 'ArrowFunctionExpression' && async) &&
    'Dispatch owns the transaction.',
  NewExpression: ({ callee, arguments: given }) =>
    callee.name === 'Date' &&
    given.length === 1 &&
    /^\d{4}-\d{2}-\d{2}$/u.test(String(given[0].value)) &&
    'A civil date has no zone: parse it with #contract/dates.',
};

const oneClock = 'The time is read from one clock: `context.clock`, or `nowFrom` of #contract/ground/clock.';

/** What reads the computer's time by itself. */
const clocks = {
  MemberExpression: ({ object, property }) => object.name === 'Date' && property.name === 'now' && oneClock,
  NewExpression: ({ callee, arguments: given }) => callee.name === 'Date' && given.length === 0 && oneClock,
  CallExpression: ({ callee }) => callee.name === 'Date' && oneClock,
  ImportSpecifier: ({ imported, parent }) =>
    /^date-fns(?:\/|$)/u.test(parent.source.value) &&
    /(?:Now|Today|Tomorrow|Yesterday)$|^is(?:Future|Past|This)/u.test(imported.name) &&
    oneClock,
  ImportDeclaration: ({ source }) => source.value === 'dayjs' && oneClock,
};

/** The names of the methods that are called on what a call returns, the nearest first. */
function followedBy(call) {
  const { parent } = call;
  if (parent?.type !== 'MemberExpression' || parent.object !== call) return [];
  return [parent.property.name, ...(parent.parent?.type === 'CallExpression' ? followedBy(parent.parent) : [])];
}

function unbounded(node) {
  const { callee } = node;
  const verb = callee.property?.name;
  if (verb !== 'delete' && verb !== 'update') return false;
  const on = callee.object.type === 'MemberExpression' ? callee.object.property : callee.object;
  if (on.name !== 'db' && on.name !== 'tx') return false;
  return !followedBy(node).includes('where') && `Without .where() this ${verb}s every row.`;
}

const reporting = (checks) => (context) =>
  Object.fromEntries(
    Object.entries(checks).map(([type, check]) => [
      type,
      (node) => {
        const message = check(node);
        if (message) context.report({ node, message });
      },
    ]),
  );

const plugin = {
  meta: { name: 'vigie' },
  rules: {
    syntax: { create: reporting(bans) },
    where: { create: reporting({ CallExpression: unbounded }) },
    clock: { create: reporting(clocks) },
  },
};
export default plugin;
