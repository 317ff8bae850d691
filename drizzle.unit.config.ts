import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/ground/schema/common/*.ts', './db/ground/schema/unit/*.ts'],
  out: './migrations/unit',
});
