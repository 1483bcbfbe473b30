-- Which activity of a village is in which programme of an office.
-- CreateTable
CREATE TABLE "activity_match" (
    "id" SERIAL NOT NULL,
    "entity_item_id" INTEGER NOT NULL,
    "opd_programme_id" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "changed_at" BIGINT NOT NULL,

    CONSTRAINT "activity_match_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "activity_match_opd_programme_id_idx" ON "activity_match"("opd_programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_match_entity_item_id_opd_programme_id_key" ON "activity_match"("entity_item_id", "opd_programme_id");
