import type { CalendarDate } from '@/core/calendar-date'
import { extend, type Money } from '@/core/money'
import { lastRepayment } from '@/features/deductions/rules/judge-rededuction'
import type { Citation, CitedDocument, Step } from '@/features/deductions/rules/verdict'
import type { ExhibitKind } from '../rules/exhibit'
import type { LetterPage, LetterStep } from './build-request'
import type { PackageFormats } from './package-formats'
import { fill } from './package-texts'
import type { PackageTexts } from './text-shape'

/** What the letter speaks about. Amounts are what was taken and what is asked back. */
export type LetterFacts = {
  company: string
  customer: string
  date: CalendarDate
  claim: string
  taken: Money
  asked: Money
  item: string | null
  quantity: bigint | null
  unitMicros: bigint | null
  invoice: string | null
  code: string | null
  because: string | null
  steps: readonly Step[]
  citations: readonly Citation[]
  /** The exhibits in order, to name the page a figure stands on. */
  exhibits: readonly { evidence: ExhibitKind; documentId: string | null; recordId: string | null }[]
}

const EVIDENCE_OF: Readonly<Partial<Record<CitedDocument, ExhibitKind>>> = {
  invoice: 'invoice',
  'sent-invoice': 'invoice',
  'purchase-order': 'purchase-order',
  'order-change': 'purchase-order',
  delivery: 'ship-notice',
  'ship-notice': 'ship-notice',
  'bill-of-lading': 'bill-of-lading',
  'proof-of-delivery': 'proof-of-delivery',
  'carrier-status': 'carrier-status',
  'freight-bill': 'freight-bill',
  remittance: 'remittance',
  'bank-entry': 'bank-entry',
  'portal-claim': 'claim',
  'price-condition': 'agreed-price',
  agreement: 'agreement',
  'stock-report': 'stock-report',
  'return-authorisation': 'return-authorisation',
  'return-receipt': 'return-receipt',
  deduction: 'first-deduction',
}

/** The letter in the customer's language: what was taken, why it is not owed with the arithmetic, what is asked. */
export function describeLetter(facts: LetterFacts, texts: PackageTexts, formats: PackageFormats): LetterPage {
  const taken = formats.money(facts.taken)
  const amount = formats.money(facts.asked)
  const invoice = facts.invoice === null ? '' : fill(texts.introInvoice, { invoice: facts.invoice })
  const code = facts.code === null ? '' : fill(texts.introCode, { code: facts.code })
  const hasLine = facts.quantity !== null && facts.item !== null
  const intro = fill(hasLine ? texts.introQuantity : texts.intro, {
    claim: facts.claim,
    taken,
    invoice,
    code,
    quantity: facts.quantity === null ? '' : formats.number(facts.quantity),
    item: facts.item ?? '',
  })
  const because = fill(
    (facts.because === null ? undefined : texts.because[facts.because]) ?? texts.becauseOther,
    repayment(facts, texts, formats),
  )
  const isPart = facts.asked.minor < facts.taken.minor
  return {
    company: facts.company,
    desk: fill(texts.desk, { date: formats.longDate(facts.date) }),
    to: fill(texts.payable, { customer: facts.customer }),
    heading: fill(texts.heading, { claim: facts.claim, amount }),
    paragraphs: [intro, because, ...(isPart ? [fill(texts.partly, { taken, amount })] : [])],
    columns: texts.columns,
    steps: [...facts.steps.map((step) => describeStep(step, facts, texts, formats)), ...describeAmount(facts, texts, formats)],
    closing: facts.invoice === null ? fill(texts.request, { amount }) : fill(texts.requestOnInvoice, { amount, invoice: facts.invoice }),
  }
}

// The day and the document of money that came back before, for the reason that names them.
function repayment(facts: LetterFacts, texts: PackageTexts, formats: PackageFormats): Record<string, string> {
  const { on, citation } = lastRepayment(facts)
  const paper = citation === null ? '' : sourceText(citation, texts)
  const document = citation?.document === 'remittance' ? [paper, citation.number].filter(Boolean).join(' ') : (citation?.number ?? paper)
  return { date: on === null ? '' : formats.longDate(on), document }
}

function describeStep(step: Step, facts: LetterFacts, texts: PackageTexts, formats: PackageFormats): LetterStep {
  const citation = step.cite === null ? undefined : facts.citations[step.cite]
  const { working } = step
  return {
    step: texts.steps[step.label] ?? inWords(step.label),
    figure: formats.step(step.value),
    source: working ? workingText(working, formats) : citation ? sourceText(citation, texts) : '',
    exhibit: citation ? findExhibit(citation, facts) : null,
    isStrong: working !== null,
  }
}

// A long sum is cut in the middle: its figures stand in the lines above it.
function workingText({ left, operator, right, more = [] }: NonNullable<Step['working']>, formats: PackageFormats): string {
  const shown = more.length > 1 ? [left, right, null, ...more.slice(-1)] : [left, right, ...more]
  return shown.map((value) => (value === null ? '…' : formats.step(value))).join(` ${operator} `)
}

// The last line of the table says what the units are worth, when that is what is asked for.
function describeAmount(facts: LetterFacts, texts: PackageTexts, formats: PackageFormats): LetterStep[] {
  const { quantity, unitMicros, asked } = facts
  if (quantity === null || unitMicros === null || extend(quantity, unitMicros, asked.currency).minor !== asked.minor) return []
  const units = formats.step({ type: 'quantity', quantity: quantity.toString(), unit: 'each' })
  return [
    {
      step: texts.steps['askedBack'] ?? '',
      figure: formats.money(asked),
      source: `${units} × ${formats.price(unitMicros, asked.currency)}`,
      exhibit: null,
      isStrong: true,
    },
  ]
}

function sourceText(citation: Citation, texts: PackageTexts): string {
  const evidence = EVIDENCE_OF[citation.document]
  const name = texts.sources[citation.document] ?? (evidence ? texts.evidence[evidence] : citation.document)
  return citation.line === null ? name : `${name} ${fill(texts.lineOf, { line: citation.line })}`
}

function findExhibit(citation: Citation, { exhibits }: LetterFacts): number | null {
  const byId = exhibits.findIndex(
    (exhibit) => citation.id !== null && (exhibit.documentId === citation.id || exhibit.recordId === citation.id),
  )
  if (byId >= 0) return byId
  const evidence = EVIDENCE_OF[citation.document]
  const byKind = exhibits.findIndex((exhibit) => exhibit.evidence === evidence)
  return byKind < 0 ? null : byKind
}

// 'cartonsSigned' reads 'Cartons signed' until somebody gives it a better name.
function inWords(label: string): string {
  const words = label.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
