-- CreateTable
CREATE TABLE "consent_text" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "english" TEXT,
    "enrolment" TEXT,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "consent_text_kind_number_key" ON "consent_text"("kind", "number");
