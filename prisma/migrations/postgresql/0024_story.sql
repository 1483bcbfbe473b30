-- CreateTable
CREATE TABLE "story" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,
    "person_id" INTEGER,
    "about" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "photos" INTEGER NOT NULL,
    "title" TEXT,
    "text" TEXT,
    "pseudonym" TEXT,
    "asked_at" BIGINT,
    "approved_at" BIGINT,
    "published_at" BIGINT,
    "published_where" TEXT,
    "withdrawn_at" BIGINT,
    "withdrawn_because" TEXT,
    "created_at" BIGINT NOT NULL,
    "changed_at" BIGINT NOT NULL,

    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "story_report_id_key" ON "story"("report_id");

-- CreateIndex
CREATE INDEX "story_region_code_idx" ON "story"("region_code");

-- CreateIndex
CREATE INDEX "story_person_id_idx" ON "story"("person_id");
