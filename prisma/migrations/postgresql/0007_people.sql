-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "transcribed_at" BIGINT,
ADD COLUMN     "transcribed_by_id" INTEGER,
ADD COLUMN     "transcript" TEXT;

-- AlterTable
ALTER TABLE "lane" ADD COLUMN     "shared" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "address" ADD COLUMN     "speaker_id" INTEGER,
ADD COLUMN     "spoke_at" BIGINT;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "tried" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "shared_address" (
    "address_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "shared_address_pkey" PRIMARY KEY ("address_id","person_id")
);

-- CreateTable
CREATE TABLE "address_claim" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" INTEGER NOT NULL,
    "address_id" INTEGER NOT NULL,
    "lane_id" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "decided_at" BIGINT,
    "decided_by_id" INTEGER,
    "outcome" TEXT,

    CONSTRAINT "address_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" SERIAL NOT NULL,
    "from_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "round_id" INTEGER,
    "asked_at" BIGINT NOT NULL,
    "answered_at" BIGINT,
    "accepted" INTEGER,
    "holding_id" INTEGER,
    "ended_at" BIGINT,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_question" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ref_id" INTEGER NOT NULL,
    "asked_at" BIGINT NOT NULL,
    "answered_at" BIGINT,

    CONSTRAINT "person_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_chat" (
    "id" SERIAL NOT NULL,
    "address_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "kabupaten_code" TEXT,
    "body_id" INTEGER,
    "code_hash" TEXT,
    "code_until_at" BIGINT,
    "bound_by_id" INTEGER,
    "bound_at" BIGINT,

    CONSTRAINT "group_chat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "shared_address_person_id_idx" ON "shared_address"("person_id");

-- CreateIndex
CREATE INDEX "address_claim_person_id_idx" ON "address_claim"("person_id");

-- CreateIndex
CREATE INDEX "address_claim_lane_id_idx" ON "address_claim"("lane_id");

-- CreateIndex
CREATE INDEX "delegation_from_id_idx" ON "delegation"("from_id");

-- CreateIndex
CREATE INDEX "delegation_person_id_idx" ON "delegation"("person_id");

-- CreateIndex
CREATE INDEX "person_question_person_id_idx" ON "person_question"("person_id");

-- CreateIndex
CREATE INDEX "person_question_kind_ref_id_idx" ON "person_question"("kind", "ref_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_chat_address_id_key" ON "group_chat"("address_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_chat_code_hash_key" ON "group_chat"("code_hash");
