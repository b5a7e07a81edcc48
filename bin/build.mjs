import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs'
import { ROOT } from './settings.mjs'
import { runTool } from './tool.mjs'

const CLIENT = 'src/generated'
const BUILT_FROM = ['src', 'public', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json']

/** Writes the database client when the schema changed since it was written. */
export async function generateClient(log) {
  const print = fingerprint(['prisma/schema', 'prisma/prisma.config.ts', 'package-lock.json'])
  const stamp = `${CLIENT}/made-from`
  if (existsSync(join(ROOT, CLIENT, 'prisma')) && isStamped(stamp, print)) return
  await runTool('generate', ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts'], process.env, log)
  writeStamp(stamp, print)
}

/** Makes the production build when a source changed since the last one. */
export async function buildApplication(environment, log) {
  const print = fingerprint(BUILT_FROM)
  const stamp = '.next/made-from'
  if (existsSync(join(ROOT, '.next', 'BUILD_ID')) && isStamped(stamp, print)) return
  process.stderr.write('Building the application (about a minute; only after changes) …\n')
  await runTool('build', ['node_modules/next/dist/bin/next', 'build'], { ...environment, NODE_ENV: 'production' }, log)
  writeStamp(stamp, print)
}
