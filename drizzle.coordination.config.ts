import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/schema/common/*.ts', './db/schema/coordination/*.ts'],
  out: './migrations/coordination',
});
