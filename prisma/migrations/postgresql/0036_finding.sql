-- An activity of the work plan can answer a finding of an audit.
-- AlterTable
ALTER TABLE "work_item" ADD COLUMN "finding" TEXT NOT NULL DEFAULT '';
