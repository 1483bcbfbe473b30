-- CreateTable
CREATE TABLE "session_earlier" (
    "session_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "session_earlier_pkey" PRIMARY KEY ("session_id")
);
