ALTER TABLE `approval` ADD `kind` text DEFAULT 'grant' NOT NULL;--> statement-breakpoint
ALTER TABLE `approval` ADD `user_version` integer;--> statement-breakpoint
ALTER TABLE `approval` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `approval` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `user` ADD `suspended` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `passphrase_by` text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE `purge` ADD `number` text;