ALTER TABLE "correction" ADD COLUMN "after" text;
--> statement-breakpoint
ALTER TABLE "issued_pack" ADD COLUMN "figures" text;
