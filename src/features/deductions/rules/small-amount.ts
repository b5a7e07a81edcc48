import type { LimitedRole } from '@/features/approvals/rules/approval'

/** The roles on whose authority small amounts may be accepted unseen: those who give deductions up. */
export const SMALL_AMOUNT_ROLES = ['specialist', 'manager'] as const satisfies readonly LimitedRole[]
export type SmallAmountRole = (typeof SMALL_AMOUNT_ROLES)[number]
