import { systemActor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { TrackerFilter } from '@/features/deductions/schemas'
import { findImports } from '@/features/file-intake/queries/find-imports'
import { ImportFilter } from '@/features/file-intake/schemas'

// Asks, as a web node of its own does, what the tracker and the list of imports show, a page after the other; answers how long each took.

/** People read what they asked for: some pages a second are a busy office. */
const PAUSE_MILLISECONDS = 250
const actor = systemActor('bench')
const PAGES = [
  () => findDeductions(actor, TrackerFilter.parse({ category: 'shortage', sort: 'deadline' })),
  () => findDeductions(actor, TrackerFilter.parse({ sort: 'amount' })),
  () => findImports(actor, ImportFilter.parse({})),
]

let times: number[] = []
let isGoing = true
process.on('message', (word) => {
  if (word === 'end') isGoing = false
  process.send?.(times)
  times = []
})
for (let turn = 0; isGoing; turn += 1) {
  const start = performance.now()
  await PAGES[turn % PAGES.length]?.()
  times.push(performance.now() - start)
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS))
}
process.disconnect()
process.exit(0)
