import type { CalendarDate } from '@/core/calendar-date'
import type { Dossier } from '../queries/dossier'
import { type Exhibit, keyOf } from '../rules/exhibit'
import type { PlacedExhibit } from './build-request'
import { describeRecord, exhibitTitle } from './describe-record'
import { drawLetter } from './draw-letter'
import { drawRecord } from './draw-record'
import { createPdf } from './pdf-fonts'
import { assemblyTexts, letterOf, pageContext, paperOf } from './plan-build'

/** Draws one page of ours as it would go out now: the letter, or a record. Null for anything else. */
export async function previewExhibit(
  dossier: Dossier,
  key: string,
  { company, today }: { company: string; today: CalendarDate },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const context = pageContext(dossier, company)
  const included = dossier.plan.exhibits.filter((exhibit) => exhibit.isIncluded)
  if (key === 'letter') {
    const { pdf, fonts } = await createPdf()
    const letter = letterOf(dossier, context, included, today)
    drawLetter(pdf, fonts, paperOf(dossier), letter, assemblyTexts(context.texts), guessPlaces(included, context))
    return new Uint8Array(await pdf.save())
  }
  const exhibit = dossier.plan.exhibits.find((candidate) => keyOf(candidate) === key)
  if (!exhibit || exhibit.recordKind === null) return null
  const page = describeRecord(context, exhibit.recordKind, exhibit.title)
  return page && new Uint8Array(await drawRecord(page, paperOf(dossier)))
}

// Pages of records are one each; the built package says it exactly.
function guessPlaces(included: readonly Exhibit[], context: ReturnType<typeof pageContext>): PlacedExhibit[] {
  let next = 2
  return included.map((exhibit) => {
    const from = next
    next += exhibit.pages ?? 1
    const name = exhibit.documentId === null ? exhibit.title : exhibit.title.replace(/\.[^.]+$/, '')
    const title = exhibitTitle(context.texts, exhibit.evidence, name)
    return { key: keyOf(exhibit), title, from, to: next - 1, blankPages: [], problem: null }
  })
}
