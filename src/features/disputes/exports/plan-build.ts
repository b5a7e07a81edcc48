import type { CalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import type { Dossier } from '../queries/dossier'
import type { ExhibitFile } from '../queries/find-exhibit-files'
import { type Exhibit, keyOf } from '../rules/exhibit'
import type { BuildRequest, ExhibitSource } from './build-request'
import { describeLetter } from './describe-letter'
import { describeRecord, exhibitTitle } from './describe-record'
import { packageFormats } from './package-formats'
import { packageTexts } from './package-texts'
import type { Paper } from './page-flow'
import type { PageContext } from './record-words'
import type { PackageTexts } from './text-shape'

export type BuildCircumstances = {
  company: string
  today: CalendarDate
  version: number
  folder: string
  files: ReadonlyMap<string, ExhibitFile>
}

/** Turns a dossier into all that the assembly needs: final texts in the customer's language, and where bytes lie. */
export function planBuild(dossier: Dossier, circumstances: BuildCircumstances): BuildRequest {
  const { dispute, limits, plan } = dossier
  const context = pageContext(dossier, circumstances.company)
  const exhibits = plan.exhibits.filter((exhibit) => exhibit.isIncluded)
  if (exhibits.length === 0) throw new Refusal('disputes/nothing-to-send')
  const sources = exhibits.flatMap((exhibit) => sourceOf(exhibit, context, circumstances.files) ?? [])
  const kept = exhibits.filter((exhibit) => sources.some((source) => source.key === keyOf(exhibit)))
  return {
    name: dispute.name,
    version: circumstances.version,
    paper: paperOf(dossier),
    letter: letterOf(dossier, context, kept, circumstances.today),
    texts: assemblyTexts(context.texts),
    exhibits: sources,
    fileBytesMax: limits?.fileBytesMax ?? null,
    folder: circumstances.folder,
  }
}

/** What pages of this dossier are written with. */
export function pageContext(dossier: Dossier, company: string): PageContext {
  const texts = packageTexts(dossier.packageLocale)
  return { facts: dossier.facts, texts, formats: packageFormats(texts), company }
}

/** Readers in North America print on Letter, everybody else on A4. */
export function paperOf(dossier: Dossier): Paper {
  return dossier.packageLocale === 'en' && ['USD', 'CAD'].includes(dossier.dispute.amount.currency) ? 'letter' : 'a4'
}

/** The letter of this dossier; `exhibits` are those that go along. */
export function letterOf(
  dossier: Dossier,
  { facts, texts, formats, company }: PageContext,
  exhibits: readonly Exhibit[],
  date: CalendarDate,
) {
  const { dispute, deduction } = dossier
  const item = facts.items.find((candidate) => candidate.id === facts.deduction.itemId)
  return describeLetter(
    {
      company,
      customer: dispute.customerName,
      date,
      claim: dispute.name,
      taken: deduction.row.amount,
      asked: dispute.amount,
      item: item?.vendorPart ?? item?.material ?? null,
      quantity: facts.deduction.quantity,
      unitMicros: facts.deduction.unitMicros,
      invoice: facts.invoice?.number ?? deduction.row.invoiceNumber,
      code: [deduction.row.reasonCode, deduction.row.codeText].filter(Boolean).join(', ') || null,
      because: deduction.verdict?.because ?? null,
      steps: deduction.verdict?.steps ?? [],
      citations: deduction.verdict?.citations ?? [],
      exhibits,
    },
    texts,
    formats,
  )
}

export function assemblyTexts(texts: PackageTexts): BuildRequest['texts'] {
  const { enclosed, onPage, onPages, asFile, index, indexColumns, footer, pageOf, stamp, comma, coverLetter } = texts
  return { enclosed, onPage, onPages, asFile, index, indexColumns, footer, pageOf, stamp, comma, coverLetter }
}

function sourceOf(exhibit: Exhibit, context: PageContext, files: BuildCircumstances['files']): ExhibitSource | null {
  const shared = { key: keyOf(exhibit), isUnsafe: false }
  if (exhibit.documentId !== null) {
    const file = files.get(exhibit.documentId)
    if (!file) return null
    const name = file.fileName.split('/').at(-1) ?? file.fileName
    const dot = name.lastIndexOf('.')
    const stem = dot > 0 ? name.slice(0, dot) : name
    return {
      ...shared,
      title: exhibit.evidence === 'attachment' || exhibit.evidence === 'photo' ? stem : exhibitTitle(context.texts, exhibit.evidence, stem),
      fileStem: stem,
      content: {
        kind: 'file',
        storedAt: file.storedAt,
        mediaType: file.mediaType,
        extension: dot > 0 ? name.slice(dot + 1).toLowerCase() : 'bin',
      },
    }
  }
  if (exhibit.recordKind === null) return null
  const page = describeRecord(context, exhibit.recordKind, exhibit.title)
  return page && { ...shared, title: page.title, fileStem: `${exhibit.recordKind}-${exhibit.title}`, content: { kind: 'record', page } }
}
