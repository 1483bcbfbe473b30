-- The register of offices (OPD) of each kabupaten.
-- CreateTable
CREATE TABLE "office" (
    "kabupaten_code" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "also_called" TEXT NOT NULL DEFAULT '[]',
    "active" INTEGER NOT NULL DEFAULT 1,
    "place" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("kabupaten_code", "code")
);

-- What every kabupaten shared until now is where its own register begins: no code changes its name.
INSERT INTO "office" ("kabupaten_code", "code", "name", "short", "also_called", "active", "place")
select r.code, u.code, u.name, u.short, u.also_called, 1, u.place
from region r cross join (
  select 'bapperida' as code, 'Bapperida' as name, 'Bapperida' as short, '["Bappeda","Bapelitbangda"]' as also_called, 1 as place
  union all select 'dpmd', 'DPMD', 'DPMD', '["Dinas Pemberdayaan Masyarakat dan Desa","PMD"]', 2
  union all select 'pertanian', 'Dinas Pertanian', 'Pertanian', '[]', 3
  union all select 'peternakan', 'Dinas Peternakan', 'Peternakan', '[]', 4
  union all select 'perikanan', 'Dinas Perikanan', 'Perikanan', '["DKP"]', 5
  union all select 'ketahanan_pangan', 'Dinas Ketahanan Pangan', 'Ketahanan Pangan', '[]', 6
  union all select 'koperasi_umkm', 'Dinas Koperasi dan UMKM', 'Koperasi & UMKM', '["Dinas Koperasi, UMKM, Perindustrian dan Perdagangan","Koperasi","UMKM","Perindag"]', 7
  union all select 'sosial', 'Dinas Sosial', 'Sosial', '["Dinsos"]', 8
  union all select 'pppa_ppkb', 'Dinas PPPA dan PPKB', 'PPPA & PPKB', '["PPPA","PPKB","DP3A"]', 9
  union all select 'kesehatan', 'Dinas Kesehatan', 'Kesehatan', '["Dinkes"]', 10
  union all select 'pendidikan', 'Dinas Pendidikan', 'Pendidikan', '[]', 11
  union all select 'pupr', 'Dinas PUPR', 'PUPR', '["PU","Pekerjaan Umum"]', 12
  union all select 'lingkungan_hidup', 'Dinas Lingkungan Hidup', 'Lingkungan Hidup', '["DLH"]', 13
  union all select 'pariwisata', 'Dinas Pariwisata', 'Pariwisata', '[]', 14
  union all select 'nakertrans', 'Dinas Tenaga Kerja dan Transmigrasi', 'Nakertrans', '["Tenaga Kerja"]', 15
  union all select 'kominfo', 'Dinas Kominfo', 'Kominfo', '[]', 16
  union all select 'bpbd', 'BPBD', 'BPBD', '[]', 17
  union all select 'bpkad', 'BPKAD', 'BPKAD', '["Keuangan"]', 18
  union all select 'setda', 'Sekretariat Daerah', 'Setda', '["Bagian Ekonomi","Bagian Pemerintahan"]', 19
) u where r.level = 'kabupaten';
