import { z } from 'zod';
import type { Method } from './define.ts';

/** Holds an answer to its method's contract before it leaves. */
export type CheckAnswer = (name: string, method: Method, answer: unknown) => unknown;

/** Gives a value without the keys that its schema does not declare; itself where it has none. */
type Declared = (value: unknown, onUndeclared: (path: string) => void) => unknown;

/**
 * Looks for undeclared keys alone: to parse every value takes many times as long. A path names neither a place in a list
 * nor a key of a record, which are data. Null: in such a value nothing can be undeclared.
 */
export function declaredIn(schema: z.core.$ZodType, path = ''): Declared | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return inShape(def, path);
  if (def.type === 'record') return inRecord(def, path);
  if (def.type === 'array') return inList(declaredIn(def.element, `${path}[]`));
  if (def.type === 'union') return inUnion(def, path);
  if (def.type === 'nullable' || def.type === 'optional' || def.type === 'default')
    return declaredIn(def.innerType, path);
  if (scalars.has(def.type)) return null;
  throw new Error(`${path}: what a ${def.type} declares is not known`);
}

const scalars: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'enum', 'literal', 'null']);

function inShape({ shape, catchall }: z.core.$ZodObjectDef, path: string): Declared {
  if (catchall && catchall._zod.def.type !== 'never') throw new Error(`${path} declares any key`);
  return inObject(new Map(Object.entries(shape).map(([key, each]) => [key, declaredIn(each, `${path}.${key}`)])), path);
}

function inRecord({ keyType, valueType }: z.core.$ZodRecordDef, path: string): Declared | null {
  const declared = declaredIn(valueType, `${path}{}`);
  const keys = keyType._zod.values;
  if (keys) return inObject(new Map([...keys].map((key) => [key, declared])), path);
  return declared && inObject({ get: () => declared }, path);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inObject(known: Pick<Map<unknown, Declared | null>, 'get'>, path: string): Declared {
  return (value, onUndeclared) => {
    if (!isObject(value)) return value;
    let left: Record<string, unknown> | null = null;
    for (const key of Object.keys(value)) {
      const declared = known.get(key);
      if (declared === null) continue;
      if (declared === undefined) {
        onUndeclared(`${path}.${key}`.replace(/^\./, ''));
        Reflect.deleteProperty((left ??= { ...value }), key);
        continue;
      }
      const own = declared(value[key], onUndeclared);
      if (own !== value[key]) (left ??= { ...value })[key] = own;
    }
    return left ?? value;
  };
}

function inList(declared: Declared | null): Declared | null {
  if (!declared) return null;
  return (value, onUndeclared) => {
    if (!Array.isArray(value)) return value;
    const given: readonly unknown[] = value;
    let left: unknown[] | null = null;
    for (const [index, each] of given.entries()) {
      const own = declared(each, onUndeclared);
      if (own !== each) (left ??= [...given])[index] = own;
    }
    return left ?? given;
  };
}

function inUnion(def: z.core.$ZodUnionDef & { readonly discriminator?: string }, path: string): Declared | null {
  const options = def.options.flatMap((option) => {
    const declared = declaredIn(option, path);
    return declared ? [{ option, declared }] : [];
  });
  const { discriminator } = def;
  if (discriminator === undefined) return options.length > 1 ? inOneOf(options) : (options[0]?.declared ?? null);
  const byKind = new Map(
    options.flatMap(({ option, declared }) =>
      [...(option._zod.propValues?.[discriminator] ?? [])].map((kind) => [kind as unknown, declared] as const),
    ),
  );
  return (value, onUndeclared) =>
    isObject(value) ? (byKind.get(value[discriminator])?.(value, onUndeclared) ?? value) : value;
}

/** Kinds without a field that names them: it is the one that leaves nothing out, or the first whose values it has. */
function inOneOf(options: readonly { readonly option: z.core.$ZodType; readonly declared: Declared }[]): Declared {
  return (value, onUndeclared) => {
    const fits = ({ declared }: { readonly declared: Declared }) => declared(value, () => undefined) === value;
    const found = options.find(fits) ?? options.find(({ option }) => z.core.safeParse(option, value).success);
    return found ? found.declared(value, onUndeclared) : value;
  };
}

const known = new WeakMap<Method, Declared>();

/** Made once for each method, when it is first asked. */
function declaredBy(method: Method): Declared {
  const declared = known.get(method) ?? declaredIn(method.output) ?? ((value) => value);
  known.set(method, declared);
  return declared;
}

/** What is installed leaves out what is not declared, and says of each place once where it was, never what. */
export function leaveOutUndeclared(say: (name: string, path: string) => void): CheckAnswer {
  const said = new Set<string>();
  return (name, method, answer) =>
    declaredBy(method)(answer, (path) => {
      if (said.has(`${name} ${path}`)) return;
      said.add(`${name} ${path}`);
      say(name, path);
    });
}

/** Tests, and what builds the demonstration, refuse it, and values that are not as declared. */
export const refuseUndeclared: CheckAnswer = (name, method, answer) => {
  const wrong: string[] = [];
  declaredBy(method)(answer, (path) => wrong.push(`${path} is not declared`));
  const parsed = method.output.safeParse(answer);
  for (const { path, code, message } of parsed.error?.issues ?? []) wrong.push(`${path.join('.')} ${code}: ${message}`);
  if (wrong.length > 0)
    throw new Error(`${name} answers what its contract does not: ${[...new Set(wrong)].join('; ')}`);
  return answer;
};
