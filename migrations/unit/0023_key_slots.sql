CREATE TABLE `key_slot` (
	`owner` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`public_key` text NOT NULL
) STRICT;
