ALTER TABLE "correction" ADD COLUMN "after" text;
