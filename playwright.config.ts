import { defineConfig } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from './tests/e2e/find-browser'

const port = process.env['RECOUP_JOURNEY_PORT'] ?? '3210'
const executablePath = findBrowser()

// The server is the one people start: production build, its own embedded database, the demo company freshly told.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: true,
  // A journey that passes only at its second try is passed, and named in the summary: it points at a race worth a look.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: BROWSER_ARGS, ...(executablePath === null ? {} : { executablePath }) },
  },
  webServer: {
    command: 'node bin/start.mjs --reset',
    url: `http://localhost:${port}/api/ready`,
    env: { PORT: port, RECOUP_DATA: '.recoup/journeys', RECOUP_DEMO: '1', RECOUP_URL: `http://localhost:${port}`, DATABASE_URL: '' },
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'pipe',
  },
})
