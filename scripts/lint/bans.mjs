import { leftovers } from './leftovers.mjs';

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

function sparesLines({ argument, parent }) {
  return (
    /^(?:Array|Object)Expression$/u.test(argument.type) &&
    argument.type === parent.type &&
    'A spread literal only spares lines: write its parts where they belong.'
  );
}

/** Whether the only problem of a failure has the code that is its reason. */
function isReasonTwice({ callee, arguments: [, reason, problems] }) {
  if (callee.name !== 'StoreFailure' || problems?.type !== 'ArrayExpression' || problems.elements.length !== 1)
    return false;
  const { properties = [] } = problems.elements[0];
  const code = properties.length === 2 && properties.find(({ key }) => key?.name === 'code')?.value;
  return code && code.type === reason.type && code.value === reason.value && code.name === reason.name;
}

/** Texts that a person reads stay on one line each, however long. */
function hasLongLine({ text }) {
  return text.split('\n').some((line) => line.replace(/'(?:[^'\\]|\\.)*'/gu, '').length > 300);
}

const ofNothing = ({ id }) => id?.name === 'stateOf' && 'Name whose state it is.';

const habits = (context) => ({
  SpreadElement: sparesLines,
  NewExpression: (node) => isReasonTwice(node) && 'The path of the field is enough: its problem is the reason.',
  FunctionDeclaration: ofNothing,
  VariableDeclarator: ofNothing,
  Program: () => hasLongLine(context.sourceCode) && 'A line of over 300 characters: give its parts names.',
});

/** A file with what was there before the rule is listed until it is gone, and then no more. */
function createHabits(context) {
  const isListed = leftovers.some((path) => context.filename.replaceAll('\\', '/').endsWith(`/${path}`));
  let found = 0;
  const visitors = reporting(habits(context))({
    report: (problem) => {
      found += 1;
      if (!isListed) context.report(problem);
    },
  });
  const end = (node) => {
    if (isListed && found === 0) context.report({ node, message: 'Take it off scripts/lint/leftovers.mjs.' });
  };
  return { ...visitors, 'Program:exit': end };
}

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
    habits: { create: createHabits },
  },
};
export default plugin;
