-- CreateTable
CREATE TABLE "sealed_talk" (
    "lane_id" INTEGER NOT NULL,
    "form_version_id" INTEGER NOT NULL,
    "box" TEXT NOT NULL,
    "open_until" BIGINT NOT NULL,

    CONSTRAINT "sealed_talk_pkey" PRIMARY KEY ("lane_id")
);

-- CreateTable
CREATE TABLE "sealed_case" (
    "id" SERIAL NOT NULL,
    "code_hash" TEXT,
    "kind" TEXT NOT NULL,
    "kabupaten_code" TEXT,
    "urgent" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "box" TEXT,
    "created_at" BIGINT NOT NULL,
    "changed_at" BIGINT NOT NULL,
    "closed_at" BIGINT,

    CONSTRAINT "sealed_case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sealed_case_code_hash_key" ON "sealed_case"("code_hash");

-- CreateIndex
CREATE INDEX "sealed_case_state_created_at_idx" ON "sealed_case"("state", "created_at");
