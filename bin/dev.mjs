// npm run dev: like npm start, with the development server and without the build.
import { fail } from './fault.mjs'
import { checkNode, installPackages } from './packages.mjs'
import { runPinned } from './pinned-node.mjs'

try {
  checkNode()
  await installPackages()
  runPinned('serve.mjs', ['--dev', ...process.argv.slice(2)])
} catch (error) {
  fail(error)
}
