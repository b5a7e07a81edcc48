import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// The client is pure JavaScript: generating it needs no engine, but the command line insists on a path to one.
if (process.argv.includes('generate')) process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({
  schema: fileURLToPath(new URL('./schema', import.meta.url)),
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
})
