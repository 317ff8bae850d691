ALTER TABLE "entered_value" ADD COLUMN "parts" text DEFAULT '{}' NOT NULL;
