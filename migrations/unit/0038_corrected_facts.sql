ALTER TABLE `correction` ADD `after` text;--> statement-breakpoint
ALTER TABLE `issued_pack` ADD `figures` text;