import type { CalendarDate } from '@/core/calendar-date'
import { writeX12Payments } from './advice-820'
import { writeX12Billing } from './billing'
import { storyCalendar } from './calendar'
import { writeClaimFiles } from './claim-files'
import { EdifactWriter } from './edifact-writer'
import { paymentSentTwice, plantTotalFault, writeFaultyClaims } from './faults'
import { writeGermanChain } from './german-chain'
import { writeMaster } from './master-files'
import { writeX12Orders } from './orders'
import { writePapers } from './papers'
import { writeRemittanceFiles } from './payments'
import { planWorld } from './plan-world'
import { writePortalOrders } from './portal-orders'
import { writeReceipts } from './receipts'
import { writeSapLists } from './sap-lists'
import { writeX12Shipping } from './shipping'
import { type Shelf, type StoryFile, StoryShelves } from './story-file'
import { encoded } from './text'
import { writeWarehouse } from './warehouse'
import { X12Writer } from './x12-writer'

const SHELF_OF_SET: Readonly<Record<string, Shelf>> = { 812: 'portal', 820: 'payments' }

/**
 * Tells one quarter of Meridian Mobility, ending today, as the files that would have arrived: master data, SAP lists, EDI, portal
 * files, papers, payments, in the order in which they depend on each other. The same day tells the same bytes. Faults planted on
 * purpose are listed in `faults.ts`; what our people did with the claims is in `later-decisions.ts`.
 */
export async function tellStory(today: CalendarDate): Promise<StoryFile[]> {
  const calendar = storyCalendar(today)
  const world = planWorld()
  plantTotalFault(world)
  const shelves = new StoryShelves()
  writeMaster(shelves, calendar)
  await writeSapLists(world, shelves, calendar)
  const x12 = new X12Writer(calendar)
  const edifact = new EdifactWriter(calendar, 'C09')
  writeX12Orders(world, x12, calendar)
  writeX12Shipping(world, x12, calendar)
  writeX12Billing(world, x12, calendar)
  writePortalOrders(world, shelves, calendar)
  writeReceipts(world, x12, shelves, calendar)
  writeGermanChain(world, edifact, calendar)
  writeWarehouse(world, shelves, calendar)
  await writeClaimFiles(world, shelves, calendar)
  writeFaultyClaims(world, shelves, calendar)
  await writePapers(world, shelves, calendar)
  writeX12Payments(world, x12, calendar, paymentSentTwice(world))
  writeRemittanceFiles(world, shelves, calendar)
  for (const file of edifact.files()) shelves.put(file.type === 'REMADV' ? 'payments' : 'edi', file.path, file.bytes)
  for (const file of x12.files()) shelves.put(SHELF_OF_SET[file.set] ?? 'edi', file.path, encoded(file.text))
  return shelves.inOrder()
}
