-- Outlines or points of villages, as staff brought them, for the map.
-- CreateTable
CREATE TABLE "region_shape" (
    "region_code" TEXT NOT NULL PRIMARY KEY,
    "shape" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
