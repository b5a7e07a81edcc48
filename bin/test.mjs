// npm test and npm run check (--quick): every check, each counted.
import { fail } from './fault.mjs'
import { checkNode, installPackages } from './packages.mjs'
import { runPinned } from './pinned-node.mjs'

try {
  checkNode()
  await installPackages()
  runPinned('run-stages.mjs', process.argv.slice(2))
} catch (error) {
  fail(error)
}
