-- CreateTable
CREATE TABLE "policy_message" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topic" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "positions" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "created_by" TEXT NOT NULL,
    "ended_at" BIGINT
);

-- CreateTable
CREATE TABLE "policy_receipt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "message_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seat_id" INTEGER NOT NULL,
    "times_sent" INTEGER NOT NULL DEFAULT 0,
    "sent_at" BIGINT,
    "acknowledged_at" BIGINT,
    CONSTRAINT "policy_receipt_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "policy_message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "policy_receipt_person_id_idx" ON "policy_receipt"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_receipt_message_id_person_id_key" ON "policy_receipt"("message_id", "person_id");
