-- CreateTable
CREATE TABLE "policy_message" (
    "id" SERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "positions" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "created_by" TEXT NOT NULL,
    "ended_at" BIGINT,

    CONSTRAINT "policy_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_receipt" (
    "id" SERIAL NOT NULL,
    "message_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" INTEGER NOT NULL,
    "times_sent" INTEGER NOT NULL DEFAULT 0,
    "sent_at" BIGINT,
    "acknowledged_at" BIGINT,

    CONSTRAINT "policy_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "policy_receipt_person_id_idx" ON "policy_receipt"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_receipt_message_id_person_id_key" ON "policy_receipt"("message_id", "person_id");

-- AddForeignKey
ALTER TABLE "policy_receipt" ADD CONSTRAINT "policy_receipt_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "policy_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
