import type { FreightSide } from '@/features/deductions/rules/carton-chain'
import type { StepUnit } from '@/features/deductions/rules/verdict'
import type { ExhibitKind } from '../rules/exhibit'

/** Languages of papers that leave. They follow the customer, not the reader of the screen. */
export type PackageLocale = 'en' | 'de' | 'zh-CN'

/** Column titles and field names on pages of ours. */
export const PAGE_WORDS = [
  'line',
  'item',
  'description',
  'quantity',
  'unitPrice',
  'amount',
  'total',
  'date',
  'purchaseOrder',
  'invoice',
  'delivery',
  'carrier',
  'pro',
  'bol',
  'cartons',
  'shipDate',
  'expected',
  'terms',
  'status',
  'validFrom',
  'validTo',
  'rate',
  'reference',
  'code',
  'claimed',
  'received',
  'gross',
  'discount',
  'paid',
  'condition',
  'casePack',
  'claim',
  'changed',
  'kind',
] as const
export type PageWord = (typeof PAGE_WORDS)[number]

/** Every text of a package in one language. `{name}` is replaced by `fill`. */
export type PackageTexts = {
  numberLocale: string
  dateLocale: string
  desk: string
  payable: string
  heading: string
  intro: string
  introQuantity: string
  introInvoice: string
  introCode: string
  because: Readonly<Record<string, string>>
  becauseOther: string
  partly: string
  request: string
  requestOnInvoice: string
  columns: readonly [step: string, figure: string, source: string]
  enclosed: string
  onPage: string
  onPages: string
  asFile: string
  lineOf: string
  index: string
  indexColumns: readonly [number: string, exhibit: string, pages: string, hash: string]
  footer: string
  pageOf: string
  stamp: string
  fromRecords: string
  comma: string
  coverLetter: string
  evidence: Readonly<Record<ExhibitKind, string>>
  sources: Readonly<Record<string, string>>
  steps: Readonly<Record<string, string>>
  units: Readonly<Record<StepUnit, readonly [one: string, other: string]>>
  /** Who pays the carrier, as the papers say it. */
  sides: Readonly<Record<FreightSide, string>>
  words: Readonly<Record<PageWord, string>>
}
