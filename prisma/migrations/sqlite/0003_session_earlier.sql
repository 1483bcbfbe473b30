-- CreateTable
CREATE TABLE "session_earlier" (
    "session_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL
);
