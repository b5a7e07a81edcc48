// npm run web and npm run worker: one node of many on the database of DATABASE_URL.
import { fail } from './fault.mjs'
import { checkNode, installPackages } from './packages.mjs'
import { runPinned } from './pinned-node.mjs'

try {
  checkNode()
  await installPackages()
  runPinned('run-part.mjs', process.argv.slice(2))
} catch (error) {
  fail(error)
}
