/** Where a file stands. 'staged' waits for a person's yes; 'committing' is wanted already; 'waiting' is known but has no use yet. */
export const BATCH_STATES = ['received', 'parsing', 'staged', 'committing', 'done', 'waiting', 'refused', 'failed', 'undone'] as const
export type BatchState = (typeof BATCH_STATES)[number]

/** How a file came in. */
export const BATCH_WAYS = ['browser', 'api', 'cli', 'folder', 'mail', 'demo'] as const
export type BatchWay = (typeof BATCH_WAYS)[number]

/** Why a file belongs to another one: attached to a mail, packed in an archive, its rejected rows after correction. */
export const PARENT_REASONS = ['mail', 'archive', 'correction'] as const
export type ParentReason = (typeof PARENT_REASONS)[number]

export const ROW_STATUSES = ['staged', 'accepted', 'duplicate', 'rejected'] as const
export type RowStatus = (typeof ROW_STATUSES)[number]
