import type { TrackerGroupRow } from '../queries/find-tracker-groups'
import type { TrackerGroup } from '../rules/tracker-sorts'
import type { Texts } from './texts'

/** The name of a group as people read it: of a customer or owner its own, else the word of the value. */
export function groupName({ key, name }: Pick<TrackerGroupRow, 'key' | 'name'>, by: TrackerGroup, t: Texts): string {
  if (by === 'customer') return name ?? key
  return by === 'owner' ? (name ?? t('nobody')) : t(`${by}.${key}`)
}
