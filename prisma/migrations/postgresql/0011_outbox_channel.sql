-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "channel" TEXT NOT NULL DEFAULT '';

UPDATE "outbox" SET "channel" = (SELECT a."channel" FROM "address" a WHERE a."id" = "outbox"."address_id");

-- what leaves next by each channel
DROP INDEX "outbox_waiting";
CREATE INDEX "outbox_waiting" ON "outbox"("channel", "priority", "due_at", "id") WHERE "state" = 'waiting';
