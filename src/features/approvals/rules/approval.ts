/** What a second person can be asked for. Each kind is decided by a command of the area that owns its subject. */
export const APPROVAL_KINDS = ['code-map', 'giving-up', 'difference-tolerance', 'order-release', 'evidence-rule'] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

/** Voided: what was asked for was changed, so another request stands in its place. */
export const APPROVAL_STATES = ['open', 'approved', 'rejected', 'voided'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

/** Roles whose holders may give up money alone, each up to its limit. */
export const LIMITED_ROLES = ['specialist', 'manager', 'order-management'] as const
export type LimitedRole = (typeof LIMITED_ROLES)[number]

export const APPROVAL_DECISIONS = ['approved', 'rejected'] as const
export type ApprovalDecision = (typeof APPROVAL_DECISIONS)[number]
