// A stage of npm test: the production build, when a source changed since the last one.
import { join } from 'node:path'
import { buildApplication } from './build.mjs'
import { fail } from './fault.mjs'
import { environmentOf, readSettings } from './settings.mjs'

try {
  const settings = readSettings()
  await buildApplication(environmentOf(settings, null), join(settings.data, 'logs', 'build.log'))
} catch (error) {
  fail(error)
}
