-- The register of documents, and what they belong to.
-- CreateTable
CREATE TABLE "document" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dated_on" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "body_id" INTEGER,
    "version" INTEGER NOT NULL,
    "replaces_id" INTEGER,
    "state" TEXT NOT NULL,
    "signers" TEXT NOT NULL,
    "link" TEXT,
    "hash" TEXT,
    "mime" TEXT,
    "ending" TEXT,
    "bytes" INTEGER,
    "demo" INTEGER NOT NULL DEFAULT 0,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "document_reference" (
    "document_id" INTEGER NOT NULL,
    "object" TEXT NOT NULL,
    "object_id" INTEGER NOT NULL,

    PRIMARY KEY ("document_id", "object", "object_id")
);

-- CreateIndex
CREATE INDEX "document_region_code_idx" ON "document"("region_code");

-- CreateIndex
CREATE INDEX "document_hash_idx" ON "document"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "document_replaces_id_key" ON "document"("replaces_id");

-- CreateIndex
CREATE INDEX "document_reference_object_object_id_idx" ON "document_reference"("object", "object_id");
