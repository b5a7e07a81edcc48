import type { Exhibit } from '../rules/exhibit'
import type { Texts } from './texts'

/** 'Invoice 90417733'; added files go by their own name. `deductions` are the texts of that area, which name the evidence. */
export function exhibitName(exhibit: Pick<Exhibit, 'evidence' | 'title' | 'documentId'>, t: Texts, deductions: Texts): string {
  if (exhibit.evidence === 'photo' || exhibit.evidence === 'attachment')
    return `${t(`exhibit.${exhibit.evidence}`)} ${exhibit.title}`.trim()
  const kind = deductions(`evidenceKind.${exhibit.evidence}`)
  const number = exhibit.documentId === null ? exhibit.title : exhibit.title.replace(/\.[^.]+$/, '')
  return `${kind} ${number}`.trim()
}

/** What is known about an exhibit, in a few words: pages, signature, stamp, file name. */
export function exhibitNote(exhibit: Exhibit, t: Texts): string {
  const isFile = exhibit.documentId !== null
  const parts = [
    exhibit.pages === null ? null : t('pages', { count: exhibit.pages }),
    exhibit.quantity === null ? null : t(isFile ? 'quantityOf.carton' : 'quantityOf.each', { count: exhibit.quantity }),
    exhibit.isSigned === true ? t('isSigned') : null,
    exhibit.isStamped === true ? t('isStamped') : null,
    exhibit.fileState === 'encrypted' || exhibit.fileState === 'failed' ? t('unreadable') : null,
    isFile ? null : t('fromRecords'),
  ]
  return parts.filter((part) => part !== null && part !== '').join(t('comma'))
}
