CREATE TABLE `refused_pack` (
	`sha256` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`workspace_name` text NOT NULL,
	`fingerprint` text NOT NULL,
	`reason` text NOT NULL,
	`refused_by` text NOT NULL,
	`refused_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `confirmed_key` ADD `succeeds` text;--> statement-breakpoint
ALTER TABLE `confirmed_key` ADD `revoked_at` integer;--> statement-breakpoint
ALTER TABLE `confirmed_key` ADD `revoked_by` text;--> statement-breakpoint
ALTER TABLE `confirmed_key` ADD `revoked_reason` text;--> statement-breakpoint
ALTER TABLE `pack` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `pack` ADD `withdrawn_by` text;--> statement-breakpoint
ALTER TABLE `pack` ADD `withdrawn_reason` text;