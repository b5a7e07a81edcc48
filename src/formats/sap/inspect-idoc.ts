import type { Problem } from '@/core/problem'
import { subtractDecimals, sumDecimals } from '../decimal-text'
import { emptyDocument, type InspectedDocument, type Inspection } from '../inspection'
import { readAmount } from '../text/read-amount'
import { readDate } from '../text/read-date'
import { XmlDefect } from '../xml/parse-xml'
import { type Idoc, readIdocFlat, readIdocXml } from './read-idoc'

type IdocInspection = Pick<Inspection, 'counts' | 'documents' | 'findings'>

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
  return {
    counts: {
      interchanges: null,
      groups: null,
      documents: idocs.length,
      segments: idocs.reduce((sum, idoc) => sum + idoc.segments.length + 1, 0),
      rows: null,
    },
    documents: idocs.map(describe),
    findings,
  }
}

function describe(idoc: Idoc): InspectedDocument {
  const type = idoc.control.get('MESTYP') ?? idoc.control.get('IDOCTYP')?.replace(/\d+$/, '') ?? 'unknown'
  const document = emptyDocument(`idoc-${type.toLowerCase()}`)
  document.control = idoc.control.get('DOCNUM') ?? null
  document.sender = idoc.control.get('SNDPRN') ?? null
  document.receiver = idoc.control.get('RCVPRN') ?? null
  document.number = first(idoc, 'E1EDK01', 'BELNR') ?? first(idoc, 'E1EDL20', 'VBELN')
  document.currency = first(idoc, 'E1EDK01', 'CURCY')
  document.date = dateOf(idoc)
  document.lines = idoc.segments.filter((segment) => segment.name === 'E1EDP01' || segment.name === 'E1EDL24').length
  addReferences(idoc, document)
  addAmounts(idoc, document)
  return document
}

// Document date, billing date, creation; else the date beside the document's own number; else the day of the control record.
function dateOf(idoc: Idoc): string | null {
  const dates = new Map(
    idoc.segments
      .filter((segment) => segment.name === 'E1EDK03')
      .map((segment) => [segment.fields.get('IDDAT'), segment.fields.get('DATUM')]),
  )
  const beside = idoc.segments.find((segment) => segment.name === 'E1EDK02' && segment.fields.has('DATUM'))?.fields.get('DATUM')
  for (const text of [
    dates.get('012'),
    dates.get('026'),
    dates.get('025'),
    dates.get('015'),
    beside,
    first(idoc, 'E1EDK01', 'DATUM'),
    idoc.control.get('CREDAT'),
  ]) {
    const date = text === undefined || text === null ? null : (readDate(text, 'compact') ?? readDate(text, 'iso'))
    if (date !== null) return date
  }
  return null
}

const BY_QUALIFIER = { '001': 'po', '009': 'invoice', '012': 'delivery', '029': 'trace' } as const

function addReferences(idoc: Idoc, document: InspectedDocument): void {
  const add = (kind: keyof InspectedDocument['references'], value: string | undefined) => {
    if (value !== undefined && !document.references[kind].includes(value)) document.references[kind].push(value)
  }
  for (const { name, fields } of idoc.segments) {
    const qualifier = fields.get('QUALF') ?? ''
    if (name === 'E1EDK02' || name === 'E1EDP02') {
      const kind = Object.entries(BY_QUALIFIER).find(([code]) => code === qualifier)?.[1]
      if (kind !== undefined) add(kind, fields.get('BELNR'))
    } else if (name === 'E1EDP19' && ['001', '002', '003'].includes(qualifier)) add('item', fields.get('IDTNR'))
    else if (name === 'E1EDKA1' || name === 'E1EDPA1' || name === 'E1ADRM1') addPartner(fields, add)
    else if (name === 'E1EDL20') {
      add('delivery', fields.get('VBELN'))
      add('bol', fields.get('BOLNR'))
    } else if (name === 'E1EDL24') add('item', fields.get('MATNR'))
    else if (name === 'E1EDL37') add('sscc', fields.get('EXIDV'))
  }
}

function addPartner(fields: ReadonlyMap<string, string>, add: (kind: 'store' | 'vendor', value: string | undefined) => void): void {
  const role = fields.get('PARVW') ?? fields.get('PARTNER_Q')
  const partner = fields.get('PARTN') ?? fields.get('PARTNER_ID') ?? fields.get('LIFNR')
  if (role === 'WE') add('store', partner)
  else if (role === 'LF') add('vendor', partner)
}

// Sums: 002 order value, 010 net, 011 with tax, 012 to pay.
function addAmounts(idoc: Idoc, document: InspectedDocument): void {
  const sums = new Map(
    idoc.segments
      .filter((segment) => segment.name === 'E1EDS01')
      .map((segment) => [segment.fields.get('SUMID'), amount(segment.fields.get('SUMME'))]),
  )
  const net = sums.get('010') ?? sums.get('002') ?? null
  document.amounts.total = sums.get('011') ?? sums.get('012') ?? net
  document.amounts.gross = net
  const nets = idoc.segments
    .filter((segment) => segment.name === 'E1EDP26' && segment.fields.get('QUALF') === '003')
    .map((segment) => amount(segment.fields.get('BETRG')))
  const values =
    nets.length > 0
      ? nets
      : idoc.segments.filter((segment) => segment.name === 'E1EDP01').map((segment) => amount(segment.fields.get('NETWR')))
  const known = values.filter((value) => value !== null)
  if (net === null || known.length === 0 || known.length < values.length) return
  const computed = sumDecimals(known)
  document.balance = { stated: net, computed, difference: subtractDecimals(net, computed) }
}

function amount(text: string | undefined): string | null {
  return text === undefined ? null : readAmount(text, 'point')
}

function first(idoc: Idoc, name: string, field: string): string | null {
  return idoc.segments.find((segment) => segment.name === name)?.fields.get(field) ?? null
}

function empty(index: number): Problem {
  return {
    position: `document ${index + 1}`,
    field: '',
    code: 'idoc/no-segments',
    message: 'The IDoc has a control record and nothing below it.',
  }
}
