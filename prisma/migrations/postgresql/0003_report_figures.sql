-- AlterTable
ALTER TABLE "report" ADD COLUMN "changes" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "report_figures" (
    "report_id" INTEGER NOT NULL,
    "changes" INTEGER NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "report_figures_pkey" PRIMARY KEY ("report_id")
);
