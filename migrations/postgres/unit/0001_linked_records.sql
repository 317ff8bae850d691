ALTER TABLE "authority" ADD COLUMN "person_id" text;
--> statement-breakpoint
ALTER TABLE "authority" ADD COLUMN "place" text;
--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "person_id" text;
--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "place" text;
--> statement-breakpoint
ALTER TABLE "arrest" ADD COLUMN "person_id" text;
--> statement-breakpoint
CREATE INDEX "authority_person" ON "authority" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "device_person" ON "device" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "arrest_person" ON "arrest" USING btree ("person_id");
