import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/schema/common/*.ts', './db/schema/unit/*.ts'],
  out: './migrations/unit',
});
