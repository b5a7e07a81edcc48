import type { PDFDocument, PDFPage } from 'pdf-lib'
import type { AssemblyTexts, LetterPage, PlacedExhibit } from './build-request'
import { fill } from './package-texts'
import { PageFlow, type Paper, SOFT } from './page-flow'
import type { Fonts } from './pdf-fonts'

const STEP_COLUMNS = [{ share: 0.36 }, { share: 0.28, align: 'right' }, { share: 0.36, align: 'right' }] as const
const LIST_COLUMNS = [{ share: 0.75 }, { share: 0.25, align: 'right' }] as const
const INDEX_COLUMNS = [{ share: 0.07 }, { share: 0.35 }, { share: 0.18 }, { share: 0.4 }] as const

/** Where an exhibit stands: 'p 3', 'p 3 to 4', or that it comes as a file of its own. */
export function placeText(placed: Pick<PlacedExhibit, 'from' | 'to'> | undefined, texts: AssemblyTexts): string {
  if (!placed || placed.from === null || placed.to === null) return texts.asFile
  return placed.from === placed.to ? fill(texts.onPage, { from: placed.from }) : fill(texts.onPages, { from: placed.from, to: placed.to })
}

/** Draws the letter at the front with its arithmetic, each figure with the page it stands on, and the list of what is enclosed. */
export function drawLetter(
  pdf: PDFDocument,
  fonts: Fonts,
  paper: Paper,
  letter: LetterPage,
  texts: AssemblyTexts,
  placed: readonly PlacedExhibit[],
): PDFPage[] {
  const flow = new PageFlow(pdf, fonts, paper, 0)
  flow.text(letter.company, { size: 11, isStrong: true })
  flow.text(letter.desk, { size: 9.5, color: SOFT, gap: 16 })
  flow.text(letter.to, { gap: 12 })
  flow.text(letter.heading, { size: 15, isStrong: true, gap: 8 })
  for (const paragraph of letter.paragraphs) flow.text(paragraph, { gap: 6 })
  if (letter.steps.length > 0) {
    flow.gap(6)
    flow.table(
      STEP_COLUMNS,
      letter.columns,
      letter.steps.map(({ step, figure, source, exhibit, isStrong }) => {
        const at = exhibit === null ? undefined : placed[exhibit]
        return { cells: [step, figure, at ? `${source}${texts.comma}${placeText(at, texts)}` : source], isStrong }
      }),
    )
  }
  flow.gap(10)
  flow.text(letter.closing, { gap: 14 })
  if (placed.length > 0) {
    flow.text(texts.enclosed, { isStrong: true, gap: 2 })
    flow.table(
      LIST_COLUMNS,
      null,
      placed.map((exhibit) => ({ cells: [exhibit.title, placeText(exhibit, texts)] })),
    )
  }
  return flow.pages
}

/** Draws the index at the end: every file with its pages and hash, so that a reader can tell what the package held. */
export function drawIndex(
  pdf: PDFDocument,
  fonts: Fonts,
  paper: Paper,
  texts: AssemblyTexts,
  rows: readonly { title: string; pages: string; sha256: string }[],
): PDFPage[] {
  const flow = new PageFlow(pdf, fonts, paper)
  flow.text(texts.index, { size: 15, isStrong: true, gap: 8 })
  flow.table(
    INDEX_COLUMNS,
    texts.indexColumns,
    rows.map(({ title, pages, sha256 }, index) => ({ cells: [String(index + 1), title, pages, sha256] })),
    8.5,
  )
  return flow.pages
}

/** The letter as plain text, to be pasted where a portal takes no files. Carries neither pages nor dates. */
export function letterText(letter: LetterPage, enclosed: readonly string[], texts: AssemblyTexts): string {
  const steps = letter.steps.map(({ step, figure, source }) => [step, figure, source].filter((part) => part !== '').join(' | '))
  return [
    letter.company,
    letter.to,
    '',
    letter.heading,
    '',
    ...letter.paragraphs,
    '',
    ...steps,
    '',
    letter.closing,
    '',
    texts.enclosed,
    ...enclosed,
    '',
  ].join('\n')
}
