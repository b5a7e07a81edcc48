import type { ListRow } from '@/core/list-shape'
import { writeCell } from '@/ui/data-table/use-inline-edit'
import type { KitEdits } from '@/ui/list-kit/list-columns'
import type { AllTexts } from '@/ui/list-kit/list-words'
import { assignTasksAction, rescheduleTasksAction } from '../actions'

/** A person a request can be given to. */
export type TaskPerson = { id: string; name: string; teams: readonly string[] }

/** Owner and due day of an open request are changed in the cell; the owner is one of its team. */
export function taskEdits(t: AllTexts, people: readonly TaskPerson[], arranged: readonly string[]): KitEdits {
  const canEdit = ({ cells }: ListRow) => cells['state'] === 'open' && arranged.includes(cells['team'] ?? '')
  return {
    owner: {
      canEdit,
      field: ({ cells }) => [
        { value: '', label: t('tasks.nobody') },
        ...people
          .filter(({ id, teams }) => teams.includes(cells['team'] ?? '') || id === cells['ownerId'])
          .map(({ id, name }) => ({ value: id, label: name })),
      ],
      valueOf: ({ cells }) => cells['ownerId'] ?? '',
      wordOf: ({ cells }) => cells['owner'] ?? t('tasks.nobody'),
      label: (name) => t('tasks.edit.ownerOf', { name }),
      saved: (name) => t('tasks.edit.ownerSaved', { name }),
      write: ({ id }, version, value) => writeCell(assignTasksAction, { tasks: [{ id, version }], ownerId: value === '' ? null : value }),
    },
    due: {
      canEdit,
      field: 'day',
      valueOf: ({ cells }) => cells['due'] ?? '',
      wordOf: ({ cells }) => cells['due'] ?? '–',
      label: (name) => t('tasks.edit.dueOf', { name }),
      saved: (name) => t('tasks.edit.dueSaved', { name }),
      write: ({ id }, version, value) => writeCell(rescheduleTasksAction, { tasks: [{ id, version }], dueOn: value === '' ? null : value }),
    },
  }
}
