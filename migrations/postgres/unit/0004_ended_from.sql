ALTER TABLE "referral" DROP COLUMN "ended_from";
