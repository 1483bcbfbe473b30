-- CreateTable
CREATE TABLE "sealed_file" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "case_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "box" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "sealed_file_case_id_idx" ON "sealed_file"("case_id");

-- CreateIndex
CREATE INDEX "sealed_file_state_next_try_at_idx" ON "sealed_file"("state", "next_try_at");
