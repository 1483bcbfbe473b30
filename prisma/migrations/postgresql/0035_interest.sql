-- Interest of places that are not in the programme yet in taking its way of planning over.
-- CreateTable
CREATE TABLE "interest" (
    "id" SERIAL NOT NULL,
    "region_code" TEXT NOT NULL,
    "told_on" TEXT NOT NULL,
    "told_by" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "meeting_id" INTEGER,
    "state" TEXT NOT NULL,
    "settled_on" TEXT,
    "because" TEXT,
    "demo" INTEGER NOT NULL DEFAULT 0,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "interest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "interest_region_code_idx" ON "interest"("region_code");
