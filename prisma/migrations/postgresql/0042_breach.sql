-- CreateTable
CREATE TABLE "breach" (
    "id" SERIAL NOT NULL,
    "known_at" BIGINT NOT NULL,
    "region_code" TEXT NOT NULL,
    "kinds" TEXT NOT NULL,
    "since_at" BIGINT NOT NULL,
    "until_at" BIGINT NOT NULL,
    "what" TEXT NOT NULL,
    "handling" TEXT NOT NULL,
    "others" INTEGER NOT NULL DEFAULT 0,
    "cases" INTEGER NOT NULL DEFAULT 0,
    "opened_at" BIGINT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "authority_at" BIGINT,
    "public_at" BIGINT,
    "closed_at" BIGINT,
    "note" TEXT,

    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "breach_person" (
    "breach_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kinds" TEXT NOT NULL,
    "told_at" BIGINT,
    "how" TEXT,

    CONSTRAINT "breach_person_pkey" PRIMARY KEY ("breach_id","person_id")
);

-- CreateIndex
CREATE INDEX "breach_person_person_id_idx" ON "breach_person"("person_id");

-- AddForeignKey
ALTER TABLE "breach_person" ADD CONSTRAINT "breach_person_breach_id_fkey" FOREIGN KEY ("breach_id") REFERENCES "breach"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
