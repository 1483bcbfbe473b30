/** Errors of the database itself, where no message and no command is to blame. Codes: SQLite's, PostgreSQL's classes. */
const faults: readonly (readonly [code: RegExp, sentence: string])[] = [
  [
    /^(SQLITE_FULL|SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE)|ENOSPC|EFBIG|EDQUOT|53100)$/,
    'the disk is full: make room where the database is (backups and attachments are in DATA_DIR); until then nothing is taken in, and nothing is lost',
  ],
  [/^SQLITE_(BUSY|LOCKED)/, 'another program holds the database: it is waited for'],
  [
    /^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PROTOCOL)/,
    'the database file cannot be used: look at the disk and at the rights of the file (kentongan doctor)',
  ],
  [/^(08|53|57|ECONN)/, 'the database server does not answer: look whether it runs and can be reached'],
]

/** What is wrong with the database, in one sentence with the remedy; undefined when the error is something else. */
export function databaseFault(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code
  if (typeof code !== 'string') return undefined
  return faults.find(([pattern]) => pattern.test(code))?.[1]
}
