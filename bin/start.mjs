// npm start: the only part that runs on the machine's own Node. It needs no package.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fail } from './fault.mjs'
import { checkNode, installPackages } from './packages.mjs'
import { runPinned } from './pinned-node.mjs'
import { assertPortFree } from './port.mjs'
import { readSettings } from './settings.mjs'

try {
  checkNode()
  const { data, port } = readSettings()
  // After a first start the port may be held by what a killed launcher left; the next step knows how to tell.
  if (!existsSync(join(data, 'run.json'))) await assertPortFree(port)
  await installPackages()
  runPinned('serve.mjs', process.argv.slice(2))
} catch (error) {
  fail(error)
}
