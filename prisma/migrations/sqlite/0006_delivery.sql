-- CreateTable
CREATE TABLE "delivery" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "channel" TEXT NOT NULL,
    "message_ref" TEXT NOT NULL,
    "outbox_id" INTEGER,
    "status" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "reason" TEXT
);

-- CreateIndex
CREATE INDEX "delivery_outbox_id_idx" ON "delivery"("outbox_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_channel_message_ref_key" ON "delivery"("channel", "message_ref");

-- Messages that wait for their person: a short list.
CREATE INDEX "outbox_knocked" ON "outbox"("lane_id") WHERE "state" = 'knocked';
