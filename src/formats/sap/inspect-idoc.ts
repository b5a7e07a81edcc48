import type { Problem } from '@/core/problem'
import { isZeroDecimal, subtractDecimals, sumDecimals } from '../decimal-text'
import { emptyDocument, type InspectedDocument, type Inspection } from '../inspection'
import { XmlDefect } from '../xml/parse-xml'
import { decimalIn, fieldIn, idocDate, idocParts, partnerIn, qualifierOf } from './idoc-parts'
import { idocSums } from './idoc-sums'
import { inspectRemadv } from './inspect-idoc-remadv'
import { type Idoc, readIdocFlat, readIdocXml } from './read-idoc'

type IdocInspection = Pick<Inspection, 'counts' | 'documents' | 'findings'>
type References = InspectedDocument['references']
type Add = (kind: keyof References, value: string | null | undefined) => void

/** Inspects the IDocs of a file, XML or flat; one document each. Extensions and unknown segments are passed over. */
export async function inspectIdoc(text: string, isXml: boolean): Promise<IdocInspection> {
  const findings: Problem[] = []
  let idocs: Idoc[] = []
  try {
    idocs = isXml ? await readIdocXml(text) : readIdocFlat(text)
  } catch (error) {
    if (!(error instanceof XmlDefect)) throw error
    findings.push({ position: 'file', field: '', code: error.code, message: error.message })
  }
  for (const [index, idoc] of idocs.entries()) if (idoc.segments.length === 0) findings.push(empty(index))
  const documents = idocs.map(describe)
  for (const [index, { balance }] of documents.entries()) {
    if (balance === null || isZeroDecimal(balance.difference)) continue
    const message = `the document states ${balance.stated}, its lines make ${balance.computed}: ${balance.difference} apart`
    findings.push({ position: `idoc ${index + 1}`, field: 'E1EDS01', code: 'total-differs', message })
  }
  const segments = idocs.reduce((sum, idoc) => sum + idoc.segments.length + 1, 0)
  return { counts: { interchanges: null, groups: null, documents: idocs.length, segments, rows: null }, documents, findings }
}

/** 'ORDERS', 'INVOIC', 'DESADV' …; from the name of the basic type where the control record names no message. */
export function messageOf({ control }: Pick<Idoc, 'control'>): string {
  return (control.get('MESTYP') ?? control.get('IDOCTYP')?.replace(/\d+$/, '') ?? 'unknown').toUpperCase()
}

function describe(idoc: Idoc): InspectedDocument {
  const { control, segments } = idoc
  const document = emptyDocument(`idoc-${messageOf(idoc).toLowerCase()}`)
  document.control = control.get('DOCNUM') ?? null
  document.sender = control.get('SNDPRN') ?? null
  document.receiver = control.get('RCVPRN') ?? null
  document.number = fieldIn(segments, 'E1EDK01', 'BELNR') ?? fieldIn(segments, 'E1EDL20', 'VBELN') ?? fieldIn(segments, 'E1IDKU1', 'BGMREF')
  document.currency = fieldIn(segments, 'E1EDK01', 'CURCY')
  document.date = dateOf(idoc)
  document.lines = segments.filter(({ name }) => name === 'E1EDP01' || name === 'E1EDL24').length
  addReferences(idoc, document.references)
  addAmounts(idoc, document)
  if (segments.some(({ name }) => name === 'E1IDPU1')) inspectRemadv(idoc, document)
  return document
}

// Document date, billing date, creation; else the date beside the document's own number; else the day of the control record.
function dateOf({ segments, control }: Idoc): string | null {
  const beside = segments.find((segment) => segment.name === 'E1EDK02' && segment.fields.has('DATUM'))?.fields.get('DATUM')
  const stated = ['012', '026', '025', '015'].map((kind) => fieldIn(segments, 'E1EDK03', 'DATUM', kind))
  const others = [beside, fieldIn(segments, 'E1EDK01', 'DATUM'), control.get('CREDAT')]
  return [...stated, ...others].map((text) => idocDate(text ?? null)).find((date) => date !== null) ?? null
}

const BY_QUALIFIER: Readonly<Record<string, keyof References>> = { '001': 'po', '009': 'invoice', '012': 'delivery', '029': 'trace' }

function addReferences({ segments }: Idoc, references: References): void {
  const add: Add = (kind, value) => {
    if (value != null && !references[kind].includes(value)) references[kind].push(value)
  }
  for (const segment of segments) {
    const { name, fields } = segment
    const qualifier = qualifierOf(segment)
    if (name === 'E1EDK02' || name === 'E1EDP02') {
      const kind = BY_QUALIFIER[qualifier]
      if (kind) add(kind, fields.get('BELNR'))
    } else if (name === 'E1EDP19' && ['001', '002', '003'].includes(qualifier)) add('item', fields.get('IDTNR'))
    else if (name === 'E1EDL20') {
      add('delivery', fields.get('VBELN'))
      add('bol', fields.get('BOLNR'))
      add('pro', fields.get('TRAID'))
    } else if (name === 'E1EDL24') add('item', fields.get('MATNR'))
    else if (name === 'E1EDL37') add('sscc', fields.get('EXIDV'))
    else if (name === 'E1EDL41') add('po', fields.get('BSTNR'))
  }
  add('store', partnerIn(segments, 'WE') ?? fieldIn(segments, 'E1EDKA1', 'LIFNR', 'WE'))
  add('vendor', partnerIn(segments, 'LF') ?? fieldIn(segments, 'E1EDKA1', 'LIFNR', 'LF'))
}

function addAmounts(idoc: Idoc, document: InspectedDocument): void {
  const { total, net, computed } = idocSums(idoc)
  document.amounts.total = total
  document.amounts.gross = net
  if (net !== null && computed !== null) document.balance = { stated: net, computed, difference: subtractDecimals(net, computed) }
  const { header, items } = idocParts(idoc, 'E1EDP01')
  for (const [part, name] of [[header, 'E1EDK05'] as const, ...items.map((item) => [item, 'E1EDP05'] as const)]) {
    for (const segment of part.filter((each) => each.name === name && each.fields.get('ALCKZ') === '-')) {
      const amount = decimalIn(segment.fields.get('BETRG') ?? null)
      if (amount === null || isZeroDecimal(amount)) continue
      document.adjustments.push({
        amount: amount.startsWith('-') ? amount : `-${amount}`,
        reason: segment.fields.get('KSCHL') ?? segment.fields.get('KOTXT') ?? null,
        reference: null,
        appliesTo: fieldIn(part, 'E1EDP01', 'POSEX'),
      })
    }
  }
  if (document.adjustments.length > 0) document.amounts.adjustments = sumDecimals(document.adjustments.map(({ amount }) => amount))
}

function empty(index: number): Problem {
  return {
    position: `idoc ${index + 1}`,
    field: '',
    code: 'idoc/no-segments',
    message: 'The IDoc has a control record and nothing below it.',
  }
}
