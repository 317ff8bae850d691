import { z } from 'zod';

/** A whole number from 0, less than `below`. */
export type Draw = (below: number) => number;

/** Values of a field by its name: ids that exist, of this and of that. Undefined: anything of the schema's own shape. */
export type Pools =
  | Readonly<Record<string, readonly unknown[]>>
  | ((name: string, schema: unknown) => readonly unknown[] | undefined);

/** Some input that has the shape of a schema, its ids taken from the pools. It may break a rule of the schema: then the call is refused as any such is. */
export function anyInput(schema: unknown, draw: Draw, pools: Pools, name = ''): unknown {
  const isList = schema instanceof z.ZodArray;
  const pool = typeof pools === 'function' ? pools(name, schema) : pools[name];
  if (pool && !isList) return pool[draw(pool.length)];
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, field]) => [key, anyInput(field, draw, pools, key)]),
    );
  if (isList)
    return Array.from({ length: 1 + draw(2) }, () => anyInput(schema.element, draw, pools, name.replace(/s$/, '')));
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return draw(2) === 0 ? undefined : anyInput(schema.unwrap(), draw, pools, name);
  if (schema instanceof z.ZodNullable) return draw(3) === 0 ? null : anyInput(schema.unwrap(), draw, pools, name);
  if (schema instanceof z.ZodUnion) return anyInput(schema.options[draw(schema.options.length)], draw, pools, name);
  if (schema instanceof z.ZodEnum) return schema.options[draw(schema.options.length)];
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodRecord) return {};
  if (schema instanceof z.ZodBoolean) return draw(2) === 0;
  if (schema instanceof z.ZodNumber) return anyNumber(schema, draw);
  if (schema instanceof z.ZodPipe) return anyInput(schema.in, draw, pools, name);
  return anyText(schema, draw);
}

/** A small whole number, or where that is too much a fifth of what is allowed. */
function anyNumber(schema: z.ZodNumber, draw: Draw): number {
  const few = 1 + draw(4);
  if (schema.safeParse(few).success) return few;
  const least = schema.minValue ?? 0;
  const between = least + (((schema.maxValue ?? 1) - least) * draw(5)) / 4;
  return schema.safeParse(between).success ? between : Math.round(between);
}

/** Of texts that have a form. */
const formed = [
  ...['2026-10', '2026-10-15', '2026-10-30T22:15:04', '-05:00', 'en', 'A1', '3', 'code_1', '163.1(4)', '203.0.113.9'],
  ...['YWJj', 'ab'.repeat(32), 'AB12 CD34 EF56 AB12', '00000000-0000-4000-8000-000000000001', 'a long enough phrase'],
];

function anyText(schema: unknown, draw: Draw): string {
  const words = `any ${String(draw(9))}`;
  if (!(schema instanceof z.ZodType) || schema.safeParse(words).success) return words;
  const fitting = formed.filter((text) => schema.safeParse(text).success);
  return fitting[draw(Math.max(fitting.length, 1))] ?? words;
}
