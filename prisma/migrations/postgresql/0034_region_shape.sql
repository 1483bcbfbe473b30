-- Outlines or points of villages, as staff brought them, for the map.
-- CreateTable
CREATE TABLE "region_shape" (
    "region_code" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "region_shape_pkey" PRIMARY KEY ("region_code")
);
