import { forgetSettings } from './plain-environment'
import { startPostgres } from './postgres'

/**
 * Once for all test files: names the PostgreSQL server they use, the one in TEST_DATABASE_URL or else one of our own.
 * The files find it in TEST_POSTGRES_ADMIN, the address of a superuser.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  forgetSettings()
  const named = process.env.TEST_DATABASE_URL
  if (named) {
    process.env.TEST_POSTGRES_ADMIN = named
    return async () => {}
  }
  const server = await startPostgres()
  process.env.TEST_POSTGRES_ADMIN = server.url
  return server.stop
}
