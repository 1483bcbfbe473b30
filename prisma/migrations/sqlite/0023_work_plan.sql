-- The work plan of the programme's team.
-- CreateTable
CREATE TABLE "work_item" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kabupaten_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "planned_from_on" TEXT NOT NULL,
    "planned_until_on" TEXT NOT NULL,
    "began_on" TEXT,
    "done_on" TEXT
);

-- CreateTable
CREATE TABLE "work_change" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "item_id" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "work_change_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "work_item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "work_item_kabupaten_code_title_key" ON "work_item"("kabupaten_code", "title");

-- CreateIndex
CREATE INDEX "work_change_item_id_idx" ON "work_change"("item_id");
