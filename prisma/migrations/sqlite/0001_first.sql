-- CreateTable
CREATE TABLE "programme" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "funder" TEXT,
    "settings" TEXT NOT NULL DEFAULT '{}'
);

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "parent_code" TEXT,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "official_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "village_type" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL,
    "reporting" TEXT NOT NULL DEFAULT 'one',
    "source" TEXT NOT NULL DEFAULT '',
    "demo" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "region_alias" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "region_code" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    CONSTRAINT "region_alias_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "calendar_rule" (
    "kabupaten_code" TEXT NOT NULL PRIMARY KEY,
    "rules" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "from_on" TEXT NOT NULL,
    "until_on" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "feast" TEXT,
    "scope" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "sex" TEXT,
    "language" TEXT NOT NULL DEFAULT 'id',
    "sapaan" TEXT,
    "phone_sealed" TEXT,
    "phone_hash" TEXT,
    "stopped_at" BIGINT,
    "demo" INTEGER NOT NULL DEFAULT 0,
    "created_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "seat" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "region_code" TEXT,
    "body_id" INTEGER,
    "position" TEXT NOT NULL,
    "official" INTEGER NOT NULL DEFAULT 1,
    "demo" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "seat_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region" ("code") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "seat_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "holding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seat_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "from_at" BIGINT NOT NULL,
    "until_at" BIGINT,
    "delegate_of_id" INTEGER,
    CONSTRAINT "holding_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "holding_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "body" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "programme_id" INTEGER NOT NULL,
    "kabupaten_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "decree" TEXT NOT NULL,
    "member_count" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "body_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "consent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "given" INTEGER NOT NULL,
    "text_version" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code_hash" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "seat_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "used_at" BIGINT,
    "used_by_lane_id" INTEGER
);

-- CreateTable
CREATE TABLE "invitation_attempt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "lane_id" INTEGER NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "form_version" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "installed_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "round" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "programme_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "kabupaten" TEXT NOT NULL DEFAULT '',
    "opened_at" BIGINT,
    "closed_at" BIGINT,
    "demo" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "round_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "round_form" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "round_id" INTEGER NOT NULL,
    "form_name" TEXT NOT NULL,
    "form_version_id" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "depth" TEXT NOT NULL,
    "opens_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    CONSTRAINT "round_form_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "obligation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "round_form_id" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,
    "opens_at" BIGINT,
    "due_at" BIGINT NOT NULL,
    "excused_because" TEXT,
    CONSTRAINT "obligation_round_form_id_fkey" FOREIGN KEY ("round_form_id") REFERENCES "round_form" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "obligation_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "report" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "obligation_id" INTEGER,
    "seat_id" INTEGER,
    "form_version_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" BIGINT NOT NULL,
    "submitted_at" BIGINT,
    "verified_at" BIGINT,
    "late" INTEGER NOT NULL DEFAULT 0,
    "receipt" TEXT,
    "frozen" TEXT,
    "changed_since_at" BIGINT,
    CONSTRAINT "report_obligation_id_fkey" FOREIGN KEY ("obligation_id") REFERENCES "obligation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "report_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "session" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "lane_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "report_id" INTEGER NOT NULL,
    "form_version_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "remind_at" BIGINT,
    "started_at" BIGINT NOT NULL,
    "last_step_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "session_snapshot" (
    "session_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "answer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "report_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "value" TEXT,
    "raw" TEXT,
    "how" TEXT NOT NULL,
    "reason" TEXT,
    "person_id" INTEGER,
    "inbox_id" INTEGER,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT,
    "mime" TEXT,
    "bytes" INTEGER,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "file_ref" TEXT NOT NULL,
    "caption" TEXT,
    "report_id" INTEGER,
    "path" TEXT,
    "inbox_id" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" BIGINT NOT NULL DEFAULT 0,
    "refused_because" TEXT,
    "created_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "returned_answer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "report_id" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "by_person_id" INTEGER,
    "at" BIGINT NOT NULL,
    "resolved_at" BIGINT
);

-- CreateTable
CREATE TABLE "entity_item" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "list" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "properties" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'vlp',
    "closed_at" BIGINT,
    "demo" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "entity_change" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "item_id" INTEGER NOT NULL,
    "report_id" INTEGER,
    "person_id" INTEGER,
    "at" BIGINT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    CONSTRAINT "entity_change_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "entity_item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "staff_item" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "lane_id" INTEGER,
    "person_id" INTEGER,
    "report_id" INTEGER,
    "region_code" TEXT,
    "details" TEXT NOT NULL DEFAULT '{}',
    "at" BIGINT NOT NULL,
    "handled_at" BIGINT,
    "handled_by" TEXT
);

-- CreateTable
CREATE TABLE "lane" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER,
    "active_session_id" INTEGER,
    "pending" TEXT
);

-- CreateTable
CREATE TABLE "address" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "channel" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "lane_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "profile_name" TEXT,
    "reach" TEXT NOT NULL DEFAULT 'ok',
    "reach_note" TEXT,
    "created_at" BIGINT NOT NULL,
    "last_in_at" BIGINT NOT NULL,
    CONSTRAINT "address_lane_id_fkey" FOREIGN KEY ("lane_id") REFERENCES "lane" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "inbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "address_id" INTEGER NOT NULL,
    "lane_id" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sent_at" BIGINT NOT NULL,
    "received_at" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "address_id" INTEGER NOT NULL,
    "lane_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "expires_at" BIGINT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" BIGINT NOT NULL DEFAULT 0,
    "message_ref" TEXT,
    "error" TEXT,
    "created_at" BIGINT NOT NULL,
    "sent_at" BIGINT,
    "obligation_id" INTEGER,
    "person_id" INTEGER
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "started_at" BIGINT NOT NULL,
    "ended_at" BIGINT,
    "outcome" TEXT,
    "counts" TEXT NOT NULL DEFAULT '{}',
    "error" TEXT
);

-- CreateTable
CREATE TABLE "audit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '{}'
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "token_hash" TEXT NOT NULL,
    "person_id" INTEGER,
    "expires_at" BIGINT NOT NULL,
    "used_at" BIGINT
);

-- CreateTable
CREATE TABLE "web_session" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "token_hash" TEXT NOT NULL,
    "person_id" INTEGER,
    "created_at" BIGINT NOT NULL,
    "last_seen_at" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_key" ON "programme"("code");

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "region"("parent_code");

-- CreateIndex
CREATE UNIQUE INDEX "region_alias_region_code_alias_key" ON "region_alias"("region_code", "alias");

-- CreateIndex
CREATE UNIQUE INDEX "holiday_from_on_kind_scope_key" ON "holiday"("from_on", "kind", "scope");

-- CreateIndex
CREATE INDEX "person_phone_hash_idx" ON "person"("phone_hash");

-- CreateIndex
CREATE INDEX "seat_region_code_idx" ON "seat"("region_code");

-- CreateIndex
CREATE INDEX "holding_person_id_idx" ON "holding"("person_id");

-- CreateIndex
CREATE INDEX "holding_seat_id_idx" ON "holding"("seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "body_kabupaten_code_kind_key" ON "body"("kabupaten_code", "kind");

-- CreateIndex
CREATE INDEX "consent_person_id_kind_idx" ON "consent"("person_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_code_hash_key" ON "invitation"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_link_hash_key" ON "invitation"("link_hash");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE INDEX "invitation_attempt_at_idx" ON "invitation_attempt"("at");

-- CreateIndex
CREATE UNIQUE INDEX "form_version_name_number_key" ON "form_version"("name", "number");

-- CreateIndex
CREATE UNIQUE INDEX "form_version_name_hash_key" ON "form_version"("name", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "round_programme_id_code_key" ON "round"("programme_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "round_form_round_id_form_name_key" ON "round_form"("round_id", "form_name");

-- CreateIndex
CREATE INDEX "obligation_region_code_idx" ON "obligation"("region_code");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_round_form_id_region_code_key" ON "obligation"("round_form_id", "region_code");

-- CreateIndex
CREATE INDEX "report_state_idx" ON "report"("state");

-- CreateIndex
CREATE UNIQUE INDEX "report_obligation_id_seat_id_key" ON "report"("obligation_id", "seat_id");

-- CreateIndex
CREATE INDEX "session_lane_id_idx" ON "session"("lane_id");

-- CreateIndex
CREATE INDEX "session_report_id_idx" ON "session"("report_id");

-- CreateIndex
CREATE INDEX "answer_inbox_id_idx" ON "answer"("inbox_id");

-- CreateIndex
CREATE UNIQUE INDEX "answer_report_id_path_seq_key" ON "answer"("report_id", "path", "seq");

-- CreateIndex
CREATE INDEX "attachment_report_id_idx" ON "attachment"("report_id");

-- CreateIndex
CREATE INDEX "attachment_state_next_try_at_idx" ON "attachment"("state", "next_try_at");

-- CreateIndex
CREATE INDEX "returned_answer_report_id_idx" ON "returned_answer"("report_id");

-- CreateIndex
CREATE INDEX "entity_item_list_region_code_idx" ON "entity_item"("list", "region_code");

-- CreateIndex
CREATE UNIQUE INDEX "entity_item_list_entity_id_key" ON "entity_item"("list", "entity_id");

-- CreateIndex
CREATE INDEX "entity_change_item_id_idx" ON "entity_change"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_item_key_key" ON "staff_item"("key");

-- CreateIndex
CREATE INDEX "staff_item_handled_at_at_idx" ON "staff_item"("handled_at", "at");

-- CreateIndex
CREATE INDEX "lane_person_id_idx" ON "lane"("person_id");

-- CreateIndex
CREATE INDEX "address_lane_id_idx" ON "address"("lane_id");

-- CreateIndex
CREATE INDEX "address_person_id_idx" ON "address"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "address_channel_user_id_key" ON "address"("channel", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_external_id_key" ON "inbox"("channel", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_lane_id_id_idx" ON "outbox"("lane_id", "id");

-- CreateIndex
CREATE INDEX "outbox_obligation_id_idx" ON "outbox"("obligation_id");

-- CreateIndex
CREATE UNIQUE INDEX "job_run_name_due_at_key" ON "job_run"("name", "due_at");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_token_hash_key" ON "sign_in_link"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "web_session_token_hash_key" ON "web_session"("token_hash");

-- Partial indexes, which the schema language cannot say: what waits is always a short list.
CREATE INDEX "inbox_waiting" ON "inbox"("id", "lane_id") WHERE "state" = 'waiting';
CREATE INDEX "inbox_waiting_lane" ON "inbox"("lane_id", "id") WHERE "state" = 'waiting';
CREATE INDEX "outbox_waiting" ON "outbox"("priority", "due_at", "id") WHERE "state" = 'waiting';
CREATE INDEX "outbox_sending" ON "outbox"("leased_until") WHERE "state" = 'sending';
CREATE INDEX "session_remind" ON "session"("remind_at") WHERE "remind_at" IS NOT NULL;
CREATE INDEX "outbox_open_lane" ON "outbox"("lane_id", "priority", "id") WHERE "state" IN ('waiting', 'sending');
