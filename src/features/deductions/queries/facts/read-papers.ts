import { sql } from '@/server/db/client'
import type { CarrierEventFacts, FreightBillFacts, MailFacts, PaperFacts } from '../../rules/shipment-facts'
import type { ValidityFacts } from '../../rules/validity-facts'
import { distinct, Groups, grouped, type Read } from './read'
import type { Delivery } from './read-shipments'
import type { Subject } from './read-subjects'

/** Facts that go by any of the numbers of a delivery: of the delivery itself, the bill of lading, the carrier. */
type Transported<Fact> = { fact: Fact; place: number }
export class ByTransport<Fact> {
  private readonly deliveries = new Groups<string, Transported<Fact>>()
  private readonly bills = new Groups<string, Transported<Fact>>()
  private readonly carriers = new Groups<string, Transported<Fact>>()

  constructor(rows: readonly { fact: Fact; deliveryKey: string | null; bolKey: string | null; proKey: string | null }[]) {
    rows.forEach(({ fact, deliveryKey, bolKey, proKey }, place) => {
      if (deliveryKey !== null) this.deliveries.add(deliveryKey, { fact, place })
      if (bolKey !== null) this.bills.add(bolKey, { fact, place })
      if (proKey !== null) this.carriers.add(proKey, { fact, place })
    })
  }

  /** Each fact once, in the order in which they were read. */
  of(delivery: Delivery | null): readonly Fact[] {
    if (delivery === null) return []
    const found = new Map<number, Fact>()
    for (const { fact, place } of this.deliveries.of(delivery.numberKey)) found.set(place, fact)
    for (const { fact, place } of this.bills.of(delivery.bolKey)) found.set(place, fact)
    for (const { fact, place } of this.carriers.of(delivery.proKey)) found.set(place, fact)
    if (found.size < 2) return [...found.values()]
    return [...found].sort(([one], [other]) => one - other).map(([, fact]) => fact)
  }
}

type FreightTariff = NonNullable<ValidityFacts['freightTariff']>
export type PaperRows = {
  papers: ByTransport<PaperFacts>
  events: ByTransport<CarrierEventFacts>
  bills: Groups<string, FreightBillFacts>
  tariffs: Map<string, FreightTariff>
}
type Keys = { deliveryKey: string | null; bolKey: string | null; proKey: string | null }

/** Papers, carrier messages and freight bills of the deliveries, and what their carriers charge. */
export async function readPapers(deliveries: readonly Delivery[], read: Read): Promise<PaperRows> {
  if (deliveries.length === 0) return { papers: new ByTransport([]), events: new ByTransport([]), bills: new Groups(), tariffs: new Map() }
  const numbers = deliveries.map((delivery) => delivery.numberKey)
  const bols = distinct(deliveries.map((delivery) => delivery.bolKey))
  const pros = distinct(deliveries.map((delivery) => delivery.proKey))
  const papers = await read<PaperFacts & Keys>(sql`
    SELECT p.delivery_key AS "deliveryKey", p.bol_key AS "bolKey", p.pro_key AS "proKey", p.document_id::text AS "documentId",
      CASE WHEN p.kind = 'bill-of-lading' THEN 'bill-of-lading' ELSE 'proof-of-delivery' END AS kind, doc.file_name AS "fileName",
      doc.number,
      coalesce(p.cartons_printed, p.pieces_shipped, p.pieces_received) IS NOT NULL AS "isRead",
      doc.state = 'needs-reading' AS "waitsForReading", p.cartons_printed AS "cartonsPrinted",
      p.pieces_shipped AS "piecesShipped", p.pieces_received AS "piecesReceived", p.count_by AS "countBy",
      lower((regexp_match(doc.lines::text, '(?:freight (?:terms|charges)|frachtvermerk)[^a-z0-9]{1,12}(collect|prepaid)', 'i'))[1]) AS "freightTerms",
      p.is_signed AS "isSigned", p.is_stamped AS "isStamped", p.exceptions, p.signed_on::text AS "signedOn", p.citations
    FROM delivery_paper p JOIN document doc ON doc.id = p.document_id AND doc.tombstoned_at IS NULL AND doc.replaced_by_id IS NULL
    WHERE p.kind IN ('bill-of-lading', 'delivery-receipt', 'proof-of-delivery')
      AND (p.delivery_key = ANY(${numbers}::text[]) OR p.bol_key = ANY(${bols}::text[]) OR p.pro_key = ANY(${pros}::text[]))
    ORDER BY p.kind, doc.file_name, p.document_id`)
  const events = await read<CarrierEventFacts & Keys>(sql`
    SELECT e.delivery_key AS "deliveryKey", e.bol_key AS "bolKey", e.pro_key AS "proKey", e.id::text, e.status,
      (e.happened_at AT TIME ZONE 'UTC')::date::text AS "happenedOn", e.cartons, e.position
    FROM carrier_event e WHERE e.pro_key = ANY(${pros}::text[]) OR e.bol_key = ANY(${bols}::text[]) OR e.delivery_key = ANY(${numbers}::text[])
    ORDER BY e.happened_at, e.id`)
  const bills = await read<FreightBillFacts & { owner: string }>(sql`
    SELECT f.pro_key AS owner, f.id::text, f.number, f.billed_on::text AS "billedOn", f.amount_minor AS "amountMinor", f.currency, f.position
    FROM freight_bill f WHERE f.pro_key = ANY(${pros}::text[]) ORDER BY f.number, f.id`)
  const tariffs = await read<FreightTariff>(sql`
    SELECT t.id::text, t.position, t.carrier, t.base_minor AS "baseMinor", t.per_carton_minor AS "perCartonMinor" FROM freight_tariff t
    WHERE t.carrier = ANY(${distinct(deliveries.map((delivery) => delivery.facts.carrier))}::text[])`)
  return {
    papers: new ByTransport(papers.map(apart)),
    events: new ByTransport(events.map(apart)),
    bills: grouped(bills),
    tariffs: new Map(tariffs.map((tariff) => [tariff.carrier, tariff])),
  }
}

function apart<Fact extends Keys>({ deliveryKey, bolKey, proKey, ...fact }: Fact) {
  return { fact, deliveryKey, bolKey, proKey }
}

const ASKS_MAILS = ['shortage', 'compliance', 'unclear']

/** Mails that name one of the numbers of a deduction whose category listens to them. Sorted by what they say. */
export async function readMails(
  subjects: readonly Subject[],
  deliveryOf: (subject: Subject) => Delivery | null,
  read: Read,
): Promise<(subject: Subject) => MailFacts[]> {
  const numbersOf = (subject: Subject) => {
    if (!ASKS_MAILS.includes(subject.category)) return []
    const delivery = deliveryOf(subject)
    return distinct([subject.poKey, delivery?.numberKey, delivery?.bolKey, delivery?.proKey])
  }
  const keys = distinct(subjects.flatMap(numbersOf))
  if (keys.length === 0) return () => []
  const rows = await read<MailFacts & { owner: string }>(sql`
    SELECT DISTINCT k.id_key AS owner, doc.id::text AS "documentId", doc.file_name AS "fileName", coalesce(doc.lines::text, '') AS text,
      doc.issued_on::text AS "issuedOn"
    FROM document_link k JOIN document doc ON doc.id = k.document_id AND doc.tombstoned_at IS NULL AND doc.kind LIKE '%mail%'
    WHERE k.id_key = ANY(${keys}::text[]) ORDER BY text, "fileName", "issuedOn" NULLS FIRST, "documentId"`)
  const mails = grouped(rows)
  const places = new Map<string, number>()
  for (const row of rows) if (!places.has(row.documentId)) places.set(row.documentId, places.size)
  return (subject) => {
    const found = new Map(numbersOf(subject).flatMap((key) => mails.of(key).map((mail) => [mail.documentId, mail] as const)))
    return [...found.values()].sort((one, other) => (places.get(one.documentId) ?? 0) - (places.get(other.documentId) ?? 0))
  }
}
