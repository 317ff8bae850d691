CREATE TABLE `backlog_block` (
	`scope` text NOT NULL,
	`kind` text NOT NULL,
	`after` text NOT NULL,
	`last` text,
	`stays` blob NOT NULL,
	`ids` blob NOT NULL,
	PRIMARY KEY(`scope`, `kind`, `after`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `backlog_book` (
	`scope` text PRIMARY KEY NOT NULL,
	`format` integer NOT NULL,
	`sequence` integer NOT NULL
) STRICT;
--> statement-breakpoint
-- What is forgotten is forgotten here too: the book is read anew.
CREATE TRIGGER `referral_leaves_book` AFTER DELETE ON `referral` WHEN EXISTS (SELECT 1 FROM `backlog_book`) BEGIN
  DELETE FROM `backlog_book`;
  DELETE FROM `backlog_block`;
END;
--> statement-breakpoint
CREATE TRIGGER `investigation_leaves_book` AFTER DELETE ON `investigation` WHEN EXISTS (SELECT 1 FROM `backlog_book`) BEGIN
  DELETE FROM `backlog_book`;
  DELETE FROM `backlog_block`;
END;
