import type { ListRow } from '@/core/list-shape'
import type { AllTexts } from '@/ui/list-kit/list-words'

/** A cell of the list of requests as plain text, where its kind does not say it. */
export function taskCellText(key: string, { cells }: ListRow, t: AllTexts): string | undefined {
  const word = (path: string, otherwise: string) => (t.has(path) ? t(path) : otherwise)
  switch (key) {
    case 'title': {
      // What asked by itself names only the record, its kind says the rest.
      const path = `tasks.byItself.${cells['kind'] ?? ''}.title`
      const title = cells['title'] ?? ''
      return cells['createdBy'] === null && t.has(path) ? t(path, { about: title }) : title
    }
    case 'kind':
      return word(`tasks.kind.${cells['kind'] ?? ''}`, cells['kind'] ?? '')
    case 'about':
      return cells['about'] ?? cells['paper'] ?? word(`tasks.subject.${cells['subjectKind'] ?? ''}`, '')
    case 'asked':
      return cells['asked'] ?? t('tasks.system')
    default:
      return undefined
  }
}
