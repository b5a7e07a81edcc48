import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { gatherRejected, TABLE_FORMATS } from '@/features/file-intake/imports/gather-rejected'
import { canImport } from '@/features/file-intake/policy'
import {
  findBroughtRecords,
  findChangedRecords,
  findCorrections,
  findKindCounts,
  findSendings,
} from '@/features/file-intake/queries/find-brought'
import { type FindingFilter, findFindings, findRejectedRows } from '@/features/file-intake/queries/find-findings'
import type { ImportDetail } from '@/features/file-intake/queries/find-import'
import { findRejectedFile } from '@/features/file-intake/queries/find-rejected-file'
import type { ImportSection } from '@/features/file-intake/rules/import-view'
import { BroughtSection } from '@/features/file-intake/ui/brought-section'
import { CorrectRowForm } from '@/features/file-intake/ui/correct-row-form'
import { fieldText } from '@/features/file-intake/ui/field-text'
import { findingSentence } from '@/features/file-intake/ui/finding-sentence'
import { FindingSection, RejectedSection } from '@/features/file-intake/ui/finding-tables'
import { HistorySection } from '@/features/file-intake/ui/history-section'
import { RejectedActions } from '@/features/file-intake/ui/rejected-actions'
import { StagedPreview } from '@/features/file-intake/ui/staged-preview'
import { joinTerm } from '@/i18n/formats'
import { hrefWith, type SearchParams } from '@/ui/page-address'
import { placeText } from '@/ui/place-text'

type ImportSectionViewProps = {
  actor: Actor
  detail: ImportDetail
  section: ImportSection
  filter: FindingFilter
  /** Position of the rejected row that is being corrected; '' for none. */
  row: string
  path: string
  params: SearchParams
}

type CorrectRowProps = { actor: Actor; batchId: string; position: string; closeHref: string }

/** The row that a person corrects, with its cells as they stand in the file. */
async function CorrectRow({ actor, batchId, position, closeHref }: CorrectRowProps) {
  const found = await findRejectedFile(actor, batchId, position)
  const [sheet] = found ? await gatherRejected(found) : []
  const [row] = sheet?.rows ?? []
  if (!sheet?.canReturn || !row) return null
  const [t, kit, locale] = await Promise.all([getTranslations('fileIntake'), getTranslations('ui'), getLocale()])
  return (
    <CorrectRowForm
      key={position}
      batchId={batchId}
      position={position}
      place={placeText(kit, position)}
      reason={joinTerm(fieldText(t, row.reason.field), findingSentence(t, locale, row.reason), locale)}
      titles={sheet.titles}
      cells={row.cells}
      closeHref={closeHref}
    />
  )
}

/** The chosen part of an import; only its rows are asked for. */
export async function ImportSectionView({ actor, detail, section, row, ...list }: ImportSectionViewProps) {
  const { id } = detail
  switch (section) {
    case 'preview':
      return <StagedPreview detail={detail} />
    case 'rejected':
      return (
        <>
          {row !== '' && canImport(actor) && (
            <CorrectRow actor={actor} batchId={id} position={row} closeHref={hrefWith(list.path, list.params, { row: null })} />
          )}
          <RejectedSection
            batchId={id}
            mayCorrect={canImport(actor) && TABLE_FORMATS.has(detail.format)}
            page={await findRejectedRows(actor, id, list.filter)}
            actions={<RejectedActions batchId={id} waiting={detail.rejected - detail.corrected} mayImport={canImport(actor)} />}
            {...list}
          />
        </>
      )
    case 'findings':
      return <FindingSection batchId={id} page={await findFindings(actor, id, list.filter)} {...list} />
    case 'brought': {
      const [kinds, changed, records] = await Promise.all([
        findKindCounts(actor, id),
        findChangedRecords(actor, id),
        findBroughtRecords(actor, id),
      ])
      return <BroughtSection batchId={id} kinds={kinds} changed={changed} records={records} />
    }
    case 'history': {
      const [sendings, corrections] = await Promise.all([findSendings(actor, id), findCorrections(actor, id)])
      return <HistorySection sendings={sendings} timesSent={detail.times_sent} corrections={corrections} />
    }
  }
}
