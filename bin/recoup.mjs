// npm run -s recoup -- <command>: the CLI on the database of the settings.
import { fail } from './fault.mjs'
import { checkNode, installPackages } from './packages.mjs'
import { runPinned } from './pinned-node.mjs'

// Paths on the command line are meant from where the person stands; npm moves to the project and keeps the place here.
process.env.INIT_CWD ??= process.cwd()

try {
  checkNode()
  await installPackages()
  runPinned('command.mjs', process.argv.slice(2))
} catch (error) {
  fail(error)
}
