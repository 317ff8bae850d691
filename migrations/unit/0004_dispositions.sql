ALTER TABLE `charge` ADD `disposition` text;--> statement-breakpoint
ALTER TABLE `charge` ADD `disposed_on` text;