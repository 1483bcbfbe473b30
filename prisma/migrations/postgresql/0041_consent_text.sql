-- CreateTable
CREATE TABLE "consent_text" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "english" TEXT,
    "enrolment" TEXT,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "consent_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "consent_text_kind_number_key" ON "consent_text"("kind", "number");
