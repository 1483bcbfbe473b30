-- AlterTable
ALTER TABLE "report" ADD COLUMN "changes" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "report_figures" (
    "report_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "changes" INTEGER NOT NULL,
    "body" TEXT NOT NULL
);
