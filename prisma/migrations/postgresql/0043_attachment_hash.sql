-- Who removes a file asks whether another row names it.
-- CreateIndex
CREATE INDEX "attachment_hash_idx" ON "attachment"("hash");
