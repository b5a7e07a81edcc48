import type { Place } from './find-labelled-fields'

/** A number read from a paper and where. */
export type Count = Place & { count: number; unit: string | null }

/** 'driver': the driver counted. 'shipper': shipper load and count, so the count proves nothing. */
export type Counter = Place & { who: 'driver' | 'shipper' }

/** How many pieces a paper says, and who counted them. */
export type PaperCounts = {
  piecesShipped: Count | null
  piecesReceived: Count | null
  cartons: Count | null
  driverCount: Count | null
  countedBy: Counter | null
}

const PIECES = String.raw`(?:pieces?|pcs\.?|cartons?|ctns?\.?|cases?|packages?|pkgs?\.?|units?|handling units?|qty\.?|quantity|menge|kartons?|packstücke|箱数?|件数?)`
const COUNT = String.raw`[:：=]?\s*(\d[\d,]{0,8})(?![\d/.:-])\s*(\p{L}{1,12}\.?)?`

const SHIPPED = [
  String.raw`${PIECES}\s*(?:shipped|tendered|billed|loaded|geliefert)\s*${COUNT}`,
  String.raw`\bshipped\s*(?:${PIECES})?\s*${COUNT}`,
  String.raw`(?:发货|应收)\s*(?:数量|箱数|件数)?\s*${COUNT}`,
]
const RECEIVED = [
  String.raw`${PIECES}\s*(?:received|rec'?d|rcvd|delivered|accepted|empfangen|erhalten)\s*${COUNT}`,
  String.raw`\b(?:received|rec'?d|rcvd|accepted)\s*(?:${PIECES})?\s*${COUNT}`,
  String.raw`(?:实收|签收)\s*(?:数量|箱数|件数)?\s*${COUNT}`,
]
const CARTONS = [
  String.raw`(?:total\s+)?(?:cartons?|ctns?\.?|cases|packages|pkgs\.?|handling units|kartons|packstücke|箱数)\s*(?:count|total)?\s*[:：=]\s*(\d[\d,]{0,8})(?![\d/.:-])()`,
  String.raw`total\s+(?:of\s+)?(\d{1,6})\s+(cartons?|ctns?|cases|packages)\b`,
]
const DRIVER_COUNT = String.raw`driver(?:'s)?\s+(?:load\s+and\s+)?(?:piece\s+)?count(?:ed)?|counted?\s+by\s+driver`
const TICK = String.raw`(?:\[\s*[xX✓✔]\s*\]|[☒☑✓✔])\s*`
// The standard bill of lading has boxes: freight counted by shipper, by driver / pallets said to contain, by driver / pieces.
const BY_DRIVER = [DRIVER_COUNT, String.raw`${TICK}by\s+driver(?!\s*/?\s*pallets)`, '司机清点']
const BY_SHIPPER = [
  String.raw`shipper(?:'?s)?\s+load\s*,?\s*(?:and|&|\+)?\s*(?:shipper\s+)?count`,
  String.raw`\bS\.?L\.?\s?&?\s?C\b\.?`,
  String.raw`(?<!pallets )\bsaid\s+to\s+contain\b`,
  String.raw`${TICK}by\s+shipper`,
  String.raw`${TICK}by\s+driver\s*/?\s*pallets`,
  '发货人装载|托运人装载',
]

/** Finds the counts of a delivery receipt or bill of lading in its wordings ('Pieces received: 10', 'Rec'd 10 of 11 ctns', 'SLC'). */
export function findPaperCounts(lines: readonly Place[]): PaperCounts {
  const both = firstMatch(lines, String.raw`(?:received|rec'?d|rcvd|delivered)\s*[:=]?\s*(\d{1,6})\s*(?:of|out of)\s*(\d{1,6})(?!\d)`)
  return {
    piecesShipped: both ? countOf(both.place, both.match[2], null) : findCount(lines, SHIPPED),
    piecesReceived: both ? countOf(both.place, both.match[1], null) : findCount(lines, RECEIVED),
    cartons: findCount(lines, CARTONS),
    driverCount: findCount(lines, [String.raw`(?:${DRIVER_COUNT})\s*${COUNT}`]),
    countedBy: findCounter(lines),
  }
}

type Match = { place: Place; match: RegExpExecArray }

function firstMatch(lines: readonly Place[], pattern: string): Match | null {
  const expression = new RegExp(pattern, 'iu')
  for (const place of lines) {
    const match = expression.exec(place.text.slice(0, 500))
    if (match) return { place, match }
  }
  return null
}

function countOf(place: Place, digits: string | undefined, unit: string | null): Count | null {
  return digits === undefined ? null : { ...place, count: Number(digits.replaceAll(',', '')), unit }
}

function findCount(lines: readonly Place[], patterns: readonly string[]): Count | null {
  for (const pattern of patterns) {
    const found = firstMatch(lines, pattern)
    if (found) return countOf(found.place, found.match[1], found.match[2] || null)
  }
  return null
}

// An explicit driver's count stands even on a trailer that the shipper loaded.
function findCounter(lines: readonly Place[]): Counter | null {
  for (const [who, patterns] of [
    ['driver', BY_DRIVER],
    ['shipper', BY_SHIPPER],
  ] as const) {
    for (const pattern of patterns) {
      const found = firstMatch(lines, pattern)
      if (found) return { ...found.place, who }
    }
  }
  return null
}
