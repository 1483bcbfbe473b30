/** The schema as PostgreSQL's client sees it: other head, same models. */
export function postgresSchema(sqliteSchema: string): string {
  return sqliteSchema
    .replace('"../src/generated/sqlite"', '"../src/generated/postgresql"')
    .replace('provider = "sqlite"', 'provider = "postgresql"')
}
