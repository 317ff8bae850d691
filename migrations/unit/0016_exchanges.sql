CREATE TABLE `exchange` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`began_on` text NOT NULL,
	`began_by` text NOT NULL,
	`expires_on` text NOT NULL,
	`ended_on` text,
	`ended_by` text,
	`shared_key` text,
	`private_key` text,
	`public_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`peer_name` text,
	`peer_public_key` text,
	`peer_signing_key` text,
	`peer_fingerprint` text,
	`peer_confirmed_at` integer,
	`peer_confirmed_by` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `exchange_unit` ON `exchange` (`unit_id`,`began_on`);--> statement-breakpoint
CREATE TABLE `exchange_message` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`exchange_id` text NOT NULL,
	`request_id` text NOT NULL,
	`kind` text NOT NULL,
	`direction` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`identifiers` integer,
	`matches` integer,
	`contact` text,
	`sha256` text NOT NULL,
	`reference_key` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `exchange_message_of` ON `exchange_message` (`exchange_id`,`at`);