import { spawn } from 'node:child_process'
import { signalGroup } from './process-group.mjs'
import { ROOT } from './settings.mjs'

/**
 * One stage of npm test: runs a command, keeps its words and counts.
 * `count(code)` answers `{ passed, failed, again }`, `again` naming what passed only at a second try; without it the stage is one check.
 */
export async function runStage({ name, args, env, count }) {
  const began = Date.now()
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const stop = () => signalGroup(child.pid, 'SIGTERM')
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, stop)
  const words = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => words.push(text))
  const code = await new Promise((done) => child.once('close', (status) => done(status ?? 1)))
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.off(event, stop)
  const { passed, failed, again } = count ? honest(count, code) : code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  return { name, passed, failed, again, seconds: (Date.now() - began) / 1000, words: words.join('') }
}

// A runner that fails without naming a failing test has still failed.
function honest(count, code) {
  const { passed, failed, again = [] } = count()
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, again }
}

/** Runs stages two at a time, telling each as it ends, and answers their results in the given order. */
export async function runTwoAtATime(stages, tell) {
  const results = new Map()
  const waiting = [...stages]
  const worker = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      results.set(stage, await runStage(stage))
      tell(results.get(stage))
    }
  }
  await Promise.all([worker(), worker()])
  return stages.map((stage) => results.get(stage))
}
