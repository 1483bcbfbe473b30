-- The work plan of the programme's team.
-- CreateTable
CREATE TABLE "work_item" (
    "id" SERIAL NOT NULL,
    "kabupaten_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "planned_from_on" TEXT NOT NULL,
    "planned_until_on" TEXT NOT NULL,
    "began_on" TEXT,
    "done_on" TEXT,

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_change" (
    "id" SERIAL NOT NULL,
    "item_id" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "work_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "work_item_kabupaten_code_title_key" ON "work_item"("kabupaten_code", "title");

-- CreateIndex
CREATE INDEX "work_change_item_id_idx" ON "work_change"("item_id");

-- AddForeignKey
ALTER TABLE "work_change" ADD CONSTRAINT "work_change_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "work_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
