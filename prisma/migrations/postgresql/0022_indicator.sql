-- Targets and achievement by indicator, kabupaten and period.
-- CreateTable
CREATE TABLE "indicator" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "indicator_entry" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "kabupaten_code" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "indicator_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "indicator_entry_indicator_kabupaten_code_period_idx" ON "indicator_entry"("indicator", "kabupaten_code", "period");
