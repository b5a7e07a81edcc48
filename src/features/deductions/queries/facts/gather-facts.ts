import type { DisputeWindow } from '../../rules/deadline'
import type { EvidenceRequirement } from '../../rules/evidence-needed'
import type { DeductionFacts, InvoiceFacts, ItemFacts, OrderFacts, ValidityFacts } from '../../rules/validity-facts'
import { distinct, type Groups, NumbersOfCustomers, type Read } from './read'
import { type InvoiceLine, type OrderRows, readInvoiceLines, readNamedAgreements, readOrders } from './read-invoices'
import { readMails, readPapers } from './read-papers'
import { readPeriods } from './read-periods'
import { readReturns, readStockReports } from './read-returns'
import { type Delivery, type Receipt, type ReceiptRows, readDeliveries, readReceipts, readShipNotices } from './read-shipments'
import { readSiblings } from './read-siblings'
import { type BankEntry, claimOf, type RemittanceLine, readBankEntries, readClaims, readRemittanceLines } from './read-sources'
import type { Subject } from './read-subjects'
import { agreementsOf, customerOf, readItems, readPrices, readTerms, requirementsOf, windowsOf } from './read-terms'

export type Gathered = { subject: Subject; facts: ValidityFacts; requirements: EvidenceRequirement[]; windows: DisputeWindow[] }

type Records = Awaited<ReturnType<typeof readRecords>>

/** Reads the records that the deductions name, kind by kind, and lays out for each deduction what belongs to it. */
export async function gatherFacts(subjects: readonly Subject[], read: Read): Promise<Gathered[]> {
  const records = await readRecords(subjects, read)
  return subjects.map((subject) => ({
    subject,
    facts: factsOf(subject, records),
    requirements: requirementsOf(records.terms, subject),
    windows: windowsOf(records.terms, subject),
  }))
}

async function readRecords(subjects: readonly Subject[], read: Read) {
  const ids = distinct(subjects.map(sourceIdOf))
  const claims = await readClaims(ids, read)
  const remittanceLines = await readRemittanceLines(ids, read)
  const claimOfSubject = (subject: Subject) => {
    const claim = claimOf(claims.of(sourceIdOf(subject)), subject.amountMinor)
    // What the claim counts is counted of the whole.
    return claim === null || subject.wholeId === null ? claim : { ...claim, quantity: null, unitMicros: null, receivedQuantity: null }
  }
  const remittanceLineOf = (subject: Subject) => remittanceLines.of(sourceIdOf(subject))[0] ?? null
  const deliveries = await readDeliveries(subjects, read)
  const deliveryOf = (subject: Subject) => (subject.deliveryKey === null ? null : (deliveries.get(subject.deliveryKey) ?? null))
  const numbers = numbersOf(subjects, deliveryOf)
  const invoiceLines = await readInvoiceLines(subjects, read)
  const orders = await readOrders(subjects, numbers.orders, read)
  const articles = articlesOfAll(subjects, invoiceLines, orders)
  const articlesOf = (subject: Subject) => articles.get(subject.id) ?? []
  const referenceOf = (subject: Subject) => claimOfSubject(subject)?.reference ?? remittanceLineOf(subject)?.text ?? null
  const terms = await readTerms(subjects, read)
  const sourcesOf = (subject: Subject) => ({
    claim: claimOfSubject(subject),
    line: remittanceLineOf(subject),
    customer: customerOf(terms, subject),
  })
  return {
    ...{ claimOfSubject, remittanceLineOf, deliveryOf, numbers, invoiceLines, orders, articlesOf, terms },
    periodOf: await readPeriods(subjects, sourcesOf, read),
    bankEntries: await readBankEntries(subjects, read),
    namedAgreements: await readNamedAgreements(subjects, read),
    notices: await readShipNotices(numbers.deliveries, read),
    receipts: await readReceipts(numbers.orders, numbers.shipments, read),
    papers: await readPapers([...deliveries.values()], read),
    mailsOf: await readMails(subjects, deliveryOf, read),
    siblingsOf: await readSiblings(subjects, read),
    returns: await readReturns(subjects, referenceOf, read),
    stockReportsOf: await readStockReports(subjects, read),
    items: await readItems(distinct([...articles.values()].flat()), read),
    pricesOf: await readPrices(subjects, articlesOf, read),
  }
}

// Files tell of what was taken whole: a part has the sources of what it was divided from.
const sourceIdOf = ({ id, wholeId }: Subject): string => wholeId ?? id

function numbersOf(subjects: readonly Subject[], deliveryOf: (subject: Subject) => Delivery | null) {
  const numbers = { orders: new NumbersOfCustomers(), deliveries: new NumbersOfCustomers(), shipments: new NumbersOfCustomers() }
  for (const subject of subjects) {
    const delivery = deliveryOf(subject)
    numbers.orders.add(subject.customerId, subject.poKey)
    numbers.deliveries.add(subject.customerId, delivery?.numberKey ?? null)
    numbers.shipments.add(subject.customerId, delivery?.bolKey ?? null)
  }
  return numbers
}

function factsOf(subject: Subject, records: Records): ValidityFacts {
  const { customerId } = subject
  const period = records.periodOf(subject)
  const delivery = records.deliveryOf(subject)
  const line = records.remittanceLineOf(subject)
  const orderPlace = records.numbers.orders.placeOf(customerId, subject.poKey)
  const articles = records.articlesOf(subject)
  return {
    deduction: deductionOf(subject, line),
    customer: customerOf(records.terms, subject, period?.from),
    claim: records.claimOfSubject(subject),
    invoice: invoiceOf(subject, records.invoiceLines.of(subject.invoiceId), records.namedAgreements),
    order: orderOf(subject, orderPlace, records.orders),
    period,
    booked: records.orders.booked.of(orderPlace),
    delivery: delivery?.facts ?? null,
    shipNotice: records.notices.get(records.numbers.deliveries.placeOf(customerId, delivery?.numberKey ?? null) ?? 0) ?? null,
    receipts: receiptsOf(records.receipts, orderPlace, records.numbers.shipments.placeOf(customerId, delivery?.bolKey ?? null)),
    papers: records.papers.papers.of(delivery),
    carrierEvents: records.papers.events.of(delivery),
    freightBills: records.papers.bills.of(delivery?.proKey ?? null),
    freightTariff: records.papers.tariffs.get(delivery?.facts.carrier ?? '') ?? null,
    items: itemsOf(articles, records.items),
    prices: records.pricesOf(subject),
    agreements: agreementsOf(records.terms, subject),
    siblings: records.siblingsOf(subject),
    bankEntry: bankEntryOf(subject, line, records.bankEntries.of(subject.paymentKey)),
    returnAuthorisations: records.returns.authorisations.of(subject.id),
    returnReceipts: records.returns.receipts.of(subject.id),
    credits: records.returns.credits.of(subject.id),
    stockReports: records.stockReportsOf(subject),
    mails: records.mailsOf(subject),
  }
}

function deductionOf(subject: Subject, line: RemittanceLine | null): DeductionFacts {
  return {
    id: subject.id,
    number: subject.number,
    claimNumber: subject.claimNumber,
    claimKey: subject.claimKey,
    paymentNumber: subject.paymentNumber,
    takenOn: subject.takenOn,
    amountMinor: subject.amountMinor,
    currency: subject.currency,
    category: subject.category,
    reasonCode: subject.reasonCode,
    codeText: subject.codeText,
    itemId: subject.itemId,
    quantity: subject.quantity,
    unitMicros: subject.unitMicros,
    partOf: subject.wholeId === null ? null : { id: subject.wholeId, number: subject.wholeNumber, claimNumber: subject.wholeClaim },
    remittanceLine: line && {
      id: line.id,
      remittanceNumber: line.remittanceNumber,
      grossMinor: line.grossMinor,
      discountMinor: line.discountMinor,
      paidMinor: line.paidMinor,
      position: line.position,
    },
  }
}

function invoiceOf(subject: Subject, lines: readonly InvoiceLine[], namedAgreements: ReadonlyMap<string, string>): InvoiceFacts | null {
  if (subject.invoiceId === null) return null
  const { sentId } = subject
  return {
    id: subject.invoiceId,
    number: subject.invoiceNumber,
    numberKey: subject.invoiceNumberKey,
    invoicedOn: subject.invoicedOn,
    netMinor: subject.invoiceNetMinor,
    currency: subject.invoiceCurrency,
    position: subject.invoicePosition,
    lines: lines.map((line) => ({
      ...line,
      agreementNumber: (sentId && line.itemId && namedAgreements.get(sentId + line.itemId)) || null,
    })),
    terms:
      sentId === null
        ? null
        : {
            id: sentId,
            netDays: subject.sentNetDays,
            discountPpm: subject.sentDiscountPpm,
            discountDays: subject.sentDiscountDays,
            position: subject.sentPosition,
          },
  }
}

function orderOf(subject: Subject, place: number | null, orders: OrderRows): OrderFacts | null {
  if (subject.orderId === null) return null
  return {
    id: subject.orderId,
    number: subject.orderNumber,
    orderedOn: subject.orderedOn,
    shipFrom: subject.shipFrom,
    shipBy: subject.shipBy,
    freightTerms: subject.freightTerms,
    carrier: subject.orderCarrier,
    netDays: subject.orderNetDays,
    discountPpm: subject.orderDiscountPpm,
    discountDays: subject.orderDiscountDays,
    position: subject.orderPosition,
    lines: orders.lines.of(subject.orderId),
    changes: orders.changes.of(place),
    confirmations: orders.confirmations.of(place),
  }
}

function receiptsOf(rows: ReceiptRows, orderPlace: number | null, shipmentPlace: number | null): ValidityFacts['receipts'] {
  const onOrder = rows.byOrder.of(orderPlace)
  const onShipment = rows.byShipment.of(shipmentPlace)
  const found = new Map<string, Receipt>([...onOrder, ...onShipment].map((receipt) => [receipt.id, receipt]))
  return [...found.values()]
    .sort((one, other) => one.place - other.place)
    .map(({ place: _place, ...receipt }) => ({
      ...receipt,
      isOnThisOrder: onOrder.some((one) => one.id === receipt.id),
      isOnThisShipment: onShipment.some((one) => one.id === receipt.id),
    }))
}

// Articles of the invoice, the order and the claim.
function articlesOfAll(subjects: readonly Subject[], invoiceLines: Groups<string, InvoiceLine>, orders: OrderRows): Map<string, string[]> {
  return new Map(
    subjects.map((subject) => {
      const lines = [...invoiceLines.of(subject.invoiceId), ...orders.lines.of(subject.orderId)]
      return [subject.id, distinct([...lines.map((line) => line.itemId), subject.itemId]).sort()]
    }),
  )
}

function itemsOf(articles: readonly string[], items: ReadonlyMap<string, { facts: ItemFacts; place: number }>): ItemFacts[] {
  return articles
    .flatMap((id) => items.get(id) ?? [])
    .sort((one, other) => one.place - other.place)
    .map((item) => item.facts)
}

function bankEntryOf({ currency }: Subject, line: RemittanceLine | null, entries: readonly BankEntry[]): ValidityFacts['bankEntry'] {
  const found = entries.find(
    (entry) =>
      entry.currency === currency && (line === null || entry.amountMinor === line.totalMinor || entry.amountMinor === line.computedMinor),
  )
  return found === undefined ? null : { id: found.id, reference: found.reference, bookedOn: found.bookedOn, position: found.position }
}
