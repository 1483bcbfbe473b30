-- CreateTable
CREATE TABLE "sealed_file" (
    "id" SERIAL NOT NULL,
    "case_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "box" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" BIGINT NOT NULL,

    CONSTRAINT "sealed_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sealed_file_case_id_idx" ON "sealed_file"("case_id");

-- CreateIndex
CREATE INDEX "sealed_file_state_next_try_at_idx" ON "sealed_file"("state", "next_try_at");
