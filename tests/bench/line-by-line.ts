import { db } from '@/server/db/client'

/** The same comparison for one line after the other: order, changes, billing, delivery, ship notice and receipt are asked each. */
export async function compareLineByLine(sample: number): Promise<void> {
  const lines = await db().salesOrderLine.findMany({ take: sample, orderBy: [{ numberKey: 'asc' }, { line: 'asc' }] })
  let differences = 0
  for (const line of lines) if (await differs(line)) differences += 1
  if (differences === 0) throw new Error('the bench found no difference at all')
}

type Line = {
  customerId: string
  poKey: string | null
  lineNo: number | null
  quantity: bigint
  priceMicros: bigint | null
  terms: string | null
}

async function differs(line: Line): Promise<boolean> {
  const [poKey, lineNo] = [line.poKey ?? '', line.lineNo ?? 0]
  const key = { customerId: line.customerId, poKey }
  const order = await db().purchaseOrder.findUnique({
    where: { customerId_numberKey: { customerId: line.customerId, numberKey: poKey } },
    select: { id: true, netDays: true },
  })
  if (!order) return true
  const other = await db().purchaseOrderLine.findUnique({
    where: { purchaseOrderId_line: { purchaseOrderId: order.id, line: String(lineNo) } },
    select: { quantity: true, priceMicros: true },
  })
  const change = await db().orderChange.findFirst({ where: { ...key, lineNo }, orderBy: { changedOn: 'desc' } })
  const invoice = await db().invoice.findFirst({ where: key, select: { lines: { where: { lineNo } } } })
  const delivery = await db().deliveryLine.findFirst({ where: { ...key, lineNo } })
  const notice = await db().shipNoticeLine.findFirst({ where: { ...key, lineNo } })
  const receipt = await db().receipt.findFirst({ where: key, select: { lines: true } })
  const quantity = change?.quantityNew ?? other?.quantity
  const price = change?.priceMicrosNew ?? other?.priceMicros
  const steps = [delivery?.quantity, notice?.quantity, invoice?.lines[0]?.quantity, receipt?.lines[0]?.received]
  return quantity !== line.quantity || price !== line.priceMicros || steps.some((step) => step !== undefined && step !== line.quantity)
}
