// The second half of npm test, under the pinned Node. Its last line is always `N passed, N failed`.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '../src/server/embedded/start-embedded.ts'
import { generateClient } from './build.mjs'
import { countPlaywright, countVitest } from './count-tests.mjs'
import { describe } from './fault.mjs'
import { TYPESCRIPT } from './pinned-node.mjs'
import { ROOT, readSettings } from './settings.mjs'
import { runStage, runTwoAtATime } from './stage.mjs'
import { runTool } from './tool.mjs'

const REPORTS = join(ROOT, 'test-results')
const isQuick = process.argv.includes('--quick')

const tool = (name, ...args) => ({ name, args: args.map((arg, at) => (at === 0 ? `node_modules/${arg}` : arg)) })
const vitest = (project) => {
  const report = join(REPORTS, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return { ...tool(project, 'vitest/vitest.mjs', ...args), count: countVitest(report) }
}

const STATIC = [
  tool('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  tool('types', 'typescript/bin/tsc', '--noEmit', '-p', '.'),
  tool('format', '@biomejs/biome/bin/biome', 'check', '.'),
  tool('boundaries', 'dependency-cruiser/bin/dependency-cruiser.mjs', '--config', 'tests/tidy/boundaries.cjs', 'src'),
  tool('unused', 'knip/bin/knip.js'),
  vitest('rules'),
]

const journeys = (port) => ({
  ...tool('journeys', '@playwright/test/cli.js', 'test'),
  env: { RECOUP_JOURNEY_PORT: String(port) },
  count: countPlaywright(join(REPORTS, 'journeys.json')),
})

async function prepare() {
  rmSync(REPORTS, { recursive: true, force: true })
  const logs = join(readSettings().data, 'logs')
  await generateClient(join(logs, 'generate.log'))
  // Types of the routes, which the pages refer to.
  await runTool('typegen', ['node_modules/next/dist/bin/next', 'typegen'], process.env, join(logs, 'typegen.log'))
}

function tell({ name, passed, failed, seconds, words }) {
  const verdict = failed === 0 ? 'ok' : 'FAILED'
  process.stdout.write(
    `${name.padEnd(12)} ${verdict.padEnd(7)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds.toFixed(1)} s\n`,
  )
  if (failed > 0) process.stdout.write(`${words.trimEnd()}\n`)
}

async function runAlone(stage) {
  const result = await runStage(stage)
  tell(result)
  return result
}

async function runAll() {
  const results = await runTwoAtATime(STATIC, tell)
  if (isQuick) return results
  results.push(await runAlone(vitest('integration')))
  results.push(await runAlone({ name: 'build', args: [...TYPESCRIPT, 'bin/make-build.mjs'] }))
  const browser = await runAlone({ name: 'browser', args: [...TYPESCRIPT, 'bin/install-browser.mjs'] })
  results.push(browser, await runAlone(journeys(await findFreePort())))
  return results
}

function summarise(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const lines = results.map(
    ({ name, failed, seconds }) =>
      `  ${name.padEnd(12)} ${failed === 0 ? 'ok' : `${failed} failed`}`.padEnd(30) + `${seconds.toFixed(1)} s`,
  )
  const again = results.flatMap((result) => result.again ?? []).map((journey) => `  at the second try only  ${journey}`)
  process.stdout.write(`\n${[...lines, ...again].join('\n')}\n\n${sum('passed')} passed, ${sum('failed')} failed\n`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
}

try {
  await prepare()
  summarise(await runAll())
} catch (error) {
  process.stdout.write(`${describe(error)}\n0 passed, 1 failed\n`)
  process.exitCode = 1
}
process.disconnect?.()
