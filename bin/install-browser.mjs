// A stage of npm test: makes sure a Chromium runs here, installing one when none does.
import { spawnSync } from 'node:child_process'
import { findBrowser } from '../tests/e2e/find-browser.ts'
import { Fault, fail } from './fault.mjs'
import { ROOT } from './settings.mjs'

const WAYS = [
  [process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium-headless-shell', 'chromium'],
  [
    'sh',
    '-c',
    '[ "$(id -u)" = 0 ] && apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-noto-cjk',
  ],
]

try {
  for (const [program, ...args] of WAYS) {
    if (findBrowser() !== null) break
    spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', timeout: 300_000 })
  }
  const found = findBrowser()
  if (found === null) throw new Fault('No browser could be installed; install Chromium or Google Chrome and run npm test again.')
  process.stdout.write(`${found}\n`)
} catch (error) {
  fail(error)
}
