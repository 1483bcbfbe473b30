-- CreateTable
CREATE TABLE "later_question" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "report_id" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "since_on" TEXT NOT NULL,
    "after_days" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "times_asked" INTEGER NOT NULL DEFAULT 0,
    "asked_at" BIGINT,
    "answer" TEXT,
    "note" TEXT,
    "talk_report_id" INTEGER,
    "person_id" INTEGER,
    "answered_at" BIGINT,

    CONSTRAINT "later_question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "later_question_due_on_idx" ON "later_question"("due_on");

-- CreateIndex
CREATE UNIQUE INDEX "later_question_report_id_item_after_days_key" ON "later_question"("report_id", "item", "after_days");
