import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDemoState } from './demo.mjs'
import { ROOT } from './settings.mjs'

const ACCOUNTS = 'prisma/seed/demo-accounts.json'

/** Prints the address (a line that programs wait for), how to sign in and how to stop. */
export function printWelcome(settings) {
  const lines = [`ready http://localhost:${settings.port}`, '', ...signIns(settings), 'Stop with Ctrl-C.']
  process.stdout.write(`${lines.join('\n')}\n`)
}

function signIns(settings) {
  if (readDemoState(settings) !== 'loaded' || !existsSync(join(ROOT, ACCOUNTS))) {
    return ['Make the first account: npm run -s recoup -- user add', '']
  }
  const { password, accounts } = JSON.parse(readFileSync(join(ROOT, ACCOUNTS), 'utf8'))
  const width = Math.max(...accounts.map(({ role }) => role.length))
  return [
    `Sign in to the demo company with the password ${password} as`,
    ...accounts.map(({ role, email }) => `  ${role.padEnd(width)}  ${email}`),
    '',
  ]
}
