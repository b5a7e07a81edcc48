import { comparisonKey } from '@/core/comparison-key'
import { type FoundReference, findReferences } from '@/formats/pdf/find-references'
import { type DeliveryPaper, readDeliveryPaper } from '@/formats/pdf/read-delivery-paper'
import type { IncomingFile, JsonValue, ReadFile, StagedRow } from '@/formats/staged-row'
import { ownNumber, type PaperKind } from '../rules/paper-kind'
import { idsOfFileName } from './ids-of-file-name'
import { readFreightBill } from './read-freight-bill'
import { readReturnAuthorisation } from './read-return-authorisation'

type Pages = readonly (readonly string[])[]

/** Every PDF is a paper: this reader takes what no other one recognises. */
export function isPaper(): boolean {
  return true
}

/**
 * Reads a paper: what it is, the numbers it names, and the facts of a delivery receipt or bill of lading with their lines.
 * A scan without text is kept all the same and waits for a person; its folder and file name hint at what it is.
 */
export function readPaper(pages: Pages, file: IncomingFile): ReadFile {
  const isText =
    pages
      .flat()
      .join('')
      .replace(/[^\p{L}\p{N}]/gu, '').length >= TEXT_CHARACTERS_MIN
  const paper = readDeliveryPaper(pages)
  const kind = isText ? kindOfPaper(paper) : kindOfPlace(file.path)
  const references = findReferences(pages)
  const links = [...references.filter(({ kind }) => kind !== 'sscc').map(linkOf), ...hintedLinks(references, file.path)]
  const first = (idKind: string) => links.find((link) => link.idKind === idKind)?.idText ?? null
  const values: { [field: string]: JsonValue } = {
    documentKind: kind,
    number: ownNumber(kind, links),
    issuedOn: paper.deliveredOn?.date ?? paper.shippedOn?.date ?? null,
    pageCount: pages.length,
    state: isText ? 'text' : 'needs-reading',
    pages: pages.map((lines) => [...lines]),
    links,
    facts:
      kind === 'proof-of-delivery' || kind === 'bill-of-lading'
        ? { ...factsOf(kind, paper), pro: first('pro'), bol: first('bol'), delivery: first('delivery'), po: first('po') }
        : null,
  }
  const authorised = kind === 'return-authorisation' ? readReturnAuthorisation(pages, references) : []
  const billed = kind === 'freight-bill' && isText ? readFreightBill(pages, paper, references) : []
  values['issuedOn'] ??= authorised[0]?.values['authorisedOn'] ?? billed[0]?.values['billedOn'] ?? null
  const rows: StagedRow[] = [{ kind: 'delivery-paper', position: 'page 1', values }, ...authorised, ...billed]
  return { kind, rows, rejected: [], blank: 0, problems: [], totals: { own: null, computed: null, currency: null } }
}

const TEXT_CHARACTERS_MIN = 12

function kindOfPaper(paper: DeliveryPaper): PaperKind {
  if (paper.kind === 'delivery-receipt') return 'proof-of-delivery'
  return paper.kind === 'other' ? 'paper' : paper.kind
}

// A scan says nothing itself; folders of papers are called by what they hold.
function kindOfPlace(path: string): PaperKind {
  if (/(?:^|[\\/_ -])(?:pod|delivery[-_ ]?receipt|proof[-_ ]?of[-_ ]?delivery|ablieferbeleg|签收)/i.test(path)) return 'proof-of-delivery'
  if (/(?:^|[\\/_ -])(?:bol|bill[-_ ]?of[-_ ]?lading|frachtbrief|提单)/i.test(path)) return 'bill-of-lading'
  if (/(?:^|[\\/_ -])(?:rga|rma|return[-_ ]?authori[sz]ation|退货)/i.test(path)) return 'return-authorisation'
  if (/(?:^|[\\/_ -])(?:freight[-_ ]?(?:bill|invoice)|frachtrechnung|运费)/i.test(path)) return 'freight-bill'
  return /(?:^|[\\/_ -])(?:promo(?:tion)?s?|agreements?|vereinbarung|促销|协议)/i.test(path) ? 'promotion-agreement' : 'paper'
}

type Link = { idKind: string; idText: string; page: number | null; line: string | null }

function linkOf(reference: FoundReference): Link {
  return { idKind: reference.kind, idText: reference.value, page: reference.page, line: reference.text.slice(0, 300) }
}

/** Numbers that only the file's name tells: used where the paper itself names none of their kind. */
function hintedLinks(references: readonly FoundReference[], path: string): Link[] {
  return idsOfFileName(path)
    .filter((id) => !references.some((reference) => reference.kind === id.idKind))
    .filter((id) => !references.some((reference) => comparisonKey(reference.value) === comparisonKey(id.idText)))
    .map((id) => ({ ...id, page: null, line: null }))
}

function factsOf(kind: PaperKind, paper: DeliveryPaper): { [field: string]: JsonValue } {
  // On a bill of lading the pieces that left are those the driver counted.
  const shipped = kind === 'bill-of-lading' ? (paper.driverCount ?? paper.piecesShipped) : paper.piecesShipped
  const signature = kind === 'bill-of-lading' ? paper.driverSignature : paper.receivedBy
  const noted = paper.exceptions.map((exception) => exception.text.trim())
  const places = {
    cartonsPrinted: paper.cartons,
    piecesShipped: shipped,
    piecesReceived: paper.piecesReceived,
    driverCount: paper.driverCount,
    countBy: paper.countedBy,
    countIn: paper.piecesReceived ?? paper.cartons ?? shipped,
    isSigned: signature,
    isStamped: paper.stamp,
    signedOn: paper.deliveredOn ?? paper.shippedOn,
    remarks: paper.remarks,
    exceptions: paper.exceptions[0] ?? null,
    carrier: paper.carrier,
  }
  const citations = Object.entries(places).flatMap(([fact, place]) =>
    place === null ? [] : [[fact, `page ${place.page} line ${place.line}`] as const],
  )
  return {
    cartonsPrinted: paper.cartons?.count ?? null,
    piecesShipped: shipped?.count ?? null,
    piecesReceived: paper.piecesReceived?.count ?? null,
    countBy: paper.countedBy?.who ?? null,
    countIn: countedIn(paper.piecesReceived ?? paper.cartons ?? shipped),
    isSigned: signature?.present ?? null,
    isStamped: paper.stamp?.present ?? null,
    exceptions: noted.length > 0 ? [...new Set(noted)].join('; ') : null,
    signedOn: (paper.deliveredOn ?? paper.shippedOn)?.date ?? null,
    carrier: paper.carrier?.scac ?? null,
    citations: Object.fromEntries(citations),
  }
}

// A receipt's 'pieces' are handling units unless it says what they are; the unit behind the count goes before the words of its label.
function countedIn(count: { text: string; unit: string | null } | null): 'cartons' | 'units' | 'pallets' | null {
  if (count === null) return null
  for (const words of [count.unit ?? '', count.text]) {
    if (/ct?ns?\b|carton|\bcases?\b|\bcs\b|karton|packst|箱/i.test(words)) return 'cartons'
    if (/pallet|\bplts?\b|skid|托盘/i.test(words)) return 'pallets'
    if (/\bunits\b|each|\bea\b|stück|stk|台|个/i.test(words)) return 'units'
  }
  return null
}
