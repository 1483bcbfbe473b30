-- Dates of the planning cycle, and the rounds that hang on them.
-- AlterTable
ALTER TABLE "round" ADD COLUMN "before_days" INTEGER;
ALTER TABLE "round" ADD COLUMN "before_step" TEXT;
ALTER TABLE "round" ADD COLUMN "before_year" INTEGER;

-- CreateTable
CREATE TABLE "planning_date" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kabupaten_code" TEXT NOT NULL,
    "budget_year" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "held_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "planning_date_kabupaten_code_budget_year_step_idx" ON "planning_date"("kabupaten_code", "budget_year", "step");
