import { systemActor } from '@/core/actor'
import { addDays, type CalendarDate } from '@/core/calendar-date'
import { saveEvidenceList } from '@/features/agreements/commands/save-evidence-list'
import { saveOrderTerms } from '@/features/agreements/commands/save-order-terms'
import { savePortalLimit } from '@/features/agreements/commands/save-portal-limit'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { importFiles } from '@/features/file-intake/imports/import-files'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { spreadNews } from '@/features/news/commands/spread-news'
import { checkOrders } from '@/features/orders/commands/check-orders'
import { raiseSignals } from '@/features/reconciliation/commands/raise-signals'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { gradeProofs } from '@/features/shipments/commands/grade-proofs'
import { EVIDENCE_LISTS } from '../reference/evidence-requirements'
import { ORDER_TERMS } from '../reference/order-terms'
import { PORTAL_LIMITS } from '../reference/portal-limits'
import type { LaterDecision } from '../story/decision'
import { laterDecisions } from '../story/later-decisions'
import { tellStory } from '../story/tell-story'
import { finishWork } from './finish-work'
import { loadCodeMaps } from './load-code-maps'
import { loadPeople } from './load-people'
import { replayDecisions } from './replay-decisions'

/** What happened up to so many days ago is still new to those it concerns. */
const NEWS_DAYS = 4
const isEarlier = ({ onDaysAgo }: LaterDecision) => onDaysAgo > NEWS_DAYS

export type DemoLoaded = { files: number; people: number; deductions: number; decisions: number }

/**
 * Loads the demo company the way it would have happened: its files go through the importers, then the same commands that people
 * use compare, find, judge and decide. Running it again adds only what is missing.
 */
export async function loadDemo(today: CalendarDate, say: (words: string) => void): Promise<DemoLoaded> {
  const actor = systemActor('demo')
  say('telling the quarter …')
  const files = await tellStory(today)
  say(`importing ${files.length} files …`)
  await importFiles(
    actor,
    files.map(({ path, bytes }) => ({ path, way: 'demo' as const, content: async () => bytes })),
  ).finally(closeReaders)
  const people = await loadPeople(actor)
  for (const limit of PORTAL_LIMITS)
    await savePortalLimit(actor, {
      ...limit,
      fileTypes: [...limit.fileTypes],
      steps: [...limit.steps],
      stepsZh: [...limit.stepsZh],
    })
  for (const list of EVIDENCE_LISTS)
    await saveEvidenceList(actor, { ...list, evidence: list.evidence.map(([kind, level]) => [kind, level]) })
  for (const terms of ORDER_TERMS) await saveOrderTerms(actor, { ...terms, holidays: [], checkedOn: addDays(today, -20) })
  await loadCodeMaps(people, today)
  say('comparing and judging …')
  await checkOrders(actor, {})
  await reconcile(actor, {})
  await gradeProofs(actor, {})
  await raiseSignals(actor, {})
  await findDeductions(actor, {})
  const { examined } = await triageDeductions(actor)
  say('replaying decisions …')
  const [earlier, recent] = [laterDecisions().filter(isEarlier), laterDecisions().filter((decision) => !isEarlier(decision))]
  const settled = await replayDecisions(earlier, today, people)
  // What is told begins with the first telling: the last days are news, the quarter before them is not.
  await spreadNews(actor, {})
  const decisions = settled + (await replayDecisions(recent, today, people))
  await finishWork(today, people)
  await spreadNews(actor, {})
  return { files: files.length, people: people.size, deductions: examined, decisions }
}
