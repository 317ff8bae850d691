import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/ground/schema/common/*.ts', './db/ground/schema/coordination/*.ts'],
  out: './migrations/coordination',
});
