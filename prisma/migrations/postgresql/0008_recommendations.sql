-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "opd" TEXT;

-- CreateTable
CREATE TABLE "recommendation" (
    "id" SERIAL NOT NULL,
    "round_id" INTEGER NOT NULL,
    "kabupaten_code" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "report_id" INTEGER,
    "kendala" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "target_month" TEXT,
    "funding" TEXT NOT NULL DEFAULT '',
    "priority" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'belum',
    "stage" TEXT NOT NULL DEFAULT 'usulan',
    "budget_year" INTEGER,
    "budget_programme" TEXT,
    "amount" BIGINT,
    "opd_programme_id" INTEGER,
    "done_on" TEXT,
    "reason" TEXT,
    "dropped_at" BIGINT,
    "created_at" BIGINT NOT NULL,
    "changed_at" BIGINT NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation_village" (
    "id" SERIAL NOT NULL,
    "recommendation_id" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "activities" TEXT NOT NULL DEFAULT '[]',

    CONSTRAINT "recommendation_village_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" SERIAL NOT NULL,
    "recommendation_id" INTEGER NOT NULL,
    "report_id" INTEGER,
    "seat_id" INTEGER,
    "person_id" INTEGER,
    "at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "budget_year" INTEGER,
    "budget_programme" TEXT,
    "amount" BIGINT,
    "done_on" TEXT,
    "reason" TEXT,
    "target_month" TEXT,
    "evidence" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "village_check" (
    "id" SERIAL NOT NULL,
    "recommendation_id" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,
    "follow_up_id" INTEGER NOT NULL,
    "created_at" BIGINT NOT NULL,
    "asked_at" BIGINT,
    "answer" TEXT,
    "note" TEXT,
    "report_id" INTEGER,
    "person_id" INTEGER,
    "answered_at" BIGINT,

    CONSTRAINT "village_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matrix_version" (
    "id" SERIAL NOT NULL,
    "round_id" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "frozen" TEXT NOT NULL,
    "signed_on" TEXT NOT NULL,
    "signers" TEXT NOT NULL,
    "carried_by" TEXT,
    "created_at" BIGINT NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "matrix_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opd_programme" (
    "id" SERIAL NOT NULL,
    "kabupaten_code" TEXT NOT NULL,
    "opd" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "places_total" INTEGER NOT NULL,
    "places_taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "opd_programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" SERIAL NOT NULL,
    "body_id" INTEGER,
    "region_code" TEXT NOT NULL,
    "round_id" INTEGER,
    "report_id" INTEGER,
    "kind" TEXT NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT NOT NULL,
    "place" TEXT,
    "opener" TEXT,
    "initiator" TEXT,
    "funder" TEXT,
    "agenda" TEXT NOT NULL DEFAULT '[]',
    "decisions" TEXT NOT NULL DEFAULT '[]',
    "aggregate_total" INTEGER,
    "aggregate_l" INTEGER,
    "aggregate_p" INTEGER,
    "guests" INTEGER,
    "delivered_in_id" INTEGER,
    "deliver_on" TEXT,
    "carried_by" TEXT,
    "demo" INTEGER NOT NULL DEFAULT 0,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_session" (
    "id" SERIAL NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "held_on" TEXT NOT NULL,
    "place" TEXT,
    "opener" TEXT,
    "total" INTEGER,
    "l" INTEGER,
    "p" INTEGER,
    "at_least" INTEGER NOT NULL DEFAULT 0,
    "villages" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "meeting_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment" (
    "id" SERIAL NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "opd" TEXT,
    "due_on" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT,
    "state_at" BIGINT,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up_talk" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "seat_id" INTEGER NOT NULL,
    "occasion" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "follow_up_talk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recommendation_kabupaten_code_state_idx" ON "recommendation"("kabupaten_code", "state");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_round_id_region_code_key_key" ON "recommendation"("round_id", "region_code", "key");

-- CreateIndex
CREATE INDEX "recommendation_village_region_code_idx" ON "recommendation_village"("region_code");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_village_recommendation_id_region_code_key" ON "recommendation_village"("recommendation_id", "region_code");

-- CreateIndex
CREATE INDEX "follow_up_recommendation_id_idx" ON "follow_up"("recommendation_id");

-- CreateIndex
CREATE INDEX "village_check_region_code_answered_at_idx" ON "village_check"("region_code", "answered_at");

-- CreateIndex
CREATE UNIQUE INDEX "village_check_follow_up_id_region_code_key" ON "village_check"("follow_up_id", "region_code");

-- CreateIndex
CREATE UNIQUE INDEX "matrix_version_round_id_region_code_number_key" ON "matrix_version"("round_id", "region_code", "number");

-- CreateIndex
CREATE UNIQUE INDEX "opd_programme_kabupaten_code_opd_year_name_key" ON "opd_programme"("kabupaten_code", "opd", "year", "name");

-- CreateIndex
CREATE INDEX "meeting_region_code_from_on_idx" ON "meeting"("region_code", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_body_id_number_key" ON "meeting"("body_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_report_id_key" ON "meeting"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_session_meeting_id_number_key" ON "meeting_session"("meeting_id", "number");

-- CreateIndex
CREATE INDEX "commitment_meeting_id_idx" ON "commitment"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_talk_report_id_key" ON "follow_up_talk"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_talk_seat_id_kind_occasion_key" ON "follow_up_talk"("seat_id", "kind", "occasion");

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_opd_programme_id_fkey" FOREIGN KEY ("opd_programme_id") REFERENCES "opd_programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_village" ADD CONSTRAINT "recommendation_village_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "village_check" ADD CONSTRAINT "village_check_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_session" ADD CONSTRAINT "meeting_session_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
