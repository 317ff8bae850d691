import type { z } from 'zod';

/** The filter with one field set or, where the value is empty, without it. What the contract refuses is not asked. */
export function withField<T extends object>(
  schema: z.ZodType<T>,
  filter: T,
  field: keyof T & string,
  value: string | boolean,
): T {
  const others = Object.entries(filter).filter(([name]) => name !== field);
  const next = value === '' || value === false ? others : [...others, [field, value] as const];
  const parsed = schema.safeParse(Object.fromEntries(next));
  return parsed.success ? parsed.data : filter;
}
