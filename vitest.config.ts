import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = { '@tests': at('./tests'), '@prisma-seed': at('./prisma/seed'), '@': at('./src') }
const conditions = ['react-server', 'node']

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias, conditions },
        ssr: { resolve: { conditions, externalConditions: conditions } },
        test: {
          name: 'rules',
          environment: 'node',
          include: ['src/**/*.test.ts', 'prisma/**/*.test.ts', 'tests/tidy/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias, conditions },
        ssr: { resolve: { conditions, externalConditions: conditions } },
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/integration/start-database.ts'],
          setupFiles: ['tests/integration/set-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
