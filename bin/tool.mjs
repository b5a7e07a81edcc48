import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from './fault.mjs'
import { pinnedNode } from './pinned-node.mjs'
import { endGroup } from './process-group.mjs'
import { ROOT } from './settings.mjs'

const running = new Map()
let onChange = () => undefined

/** The ids of the tools that run right now, by name; `listener` hears of each change. */
export function watchTools(listener) {
  onChange = listener
  return () => Object.fromEntries([...running].map(([name, child]) => [name, child.pid]))
}

/** Ends every running tool, at last by force. */
export async function stopTools() {
  await Promise.all([...running.values()].map((child) => endGroup(child)))
}

/** Runs one step of a start to its end, its words going to `log`. Throws a `Fault` with the last of them when it fails. */
export async function runTool(name, args, env, log) {
  mkdirSync(dirname(log), { recursive: true })
  const file = openSync(log, 'w')
  const child = spawn(pinnedNode(), args, { cwd: ROOT, env, stdio: ['ignore', file, file], detached: true })
  closeSync(file)
  running.set(name, child)
  onChange()
  const code = await new Promise((done) => child.once('exit', done))
  running.delete(name)
  onChange()
  if (code === 0) return
  const words = readFileSync(log, 'utf8')
  if (/ENOSPC|no space left/i.test(words)) throw new Fault(`The disk is full: ${name} failed.`)
  throw new Fault(`${words.trimEnd().split('\n').slice(-40).join('\n')}\n${name} failed; its whole log is ${log}.`)
}
