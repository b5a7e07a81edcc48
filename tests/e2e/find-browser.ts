import { spawnSync } from 'node:child_process'
import { chromium } from '@playwright/test'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What the browser needs on machines without a screen; as root it refuses its own sandbox. */
export const BROWSER_ARGS = ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]

/** The path of a Chromium that runs here: Playwright's own first, then the system's; null when there is none. */
export function findBrowser(): string | null {
  const runs = (path: string) => spawnSync(path, ['--no-sandbox', '--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  return [chromium.executablePath(), ...SYSTEM].find(runs) ?? null
}
