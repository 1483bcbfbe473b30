-- CreateTable
CREATE TABLE "plan_version" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "region_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "report_id" INTEGER,
    "body" TEXT NOT NULL,
    "made_at" BIGINT NOT NULL,
    "changed_at" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_report_id_key" ON "plan_version"("report_id");

-- CreateIndex
CREATE INDEX "plan_version_region_code_idx" ON "plan_version"("region_code");
