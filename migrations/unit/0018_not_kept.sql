CREATE TABLE `measure_not_kept` (
	`unit_id` text NOT NULL,
	`measure` text NOT NULL,
	`from_month` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`declared_at` integer NOT NULL,
	`declared_by` text NOT NULL,
	PRIMARY KEY(`unit_id`, `measure`)
) STRICT;
