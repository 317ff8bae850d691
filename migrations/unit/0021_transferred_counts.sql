CREATE TABLE `transferred_count` (
	`record_id` text NOT NULL,
	`measure` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`record_id`, `measure`)
) STRICT;
