import { loadDemo } from '@prisma-seed/load/load-demo'
import { companyToday } from '@/server/clock'
import type { CliCommand } from '../command'
import { printJson, say } from '../output'

/** Loads the demo company, ending today. */
export const seedDemo: CliCommand = {
  name: 'seed-demo',
  usage: '',
  summary: 'load the demo company',
  async run() {
    printJson(await loadDemo(companyToday(), say))
    return 0
  },
}
