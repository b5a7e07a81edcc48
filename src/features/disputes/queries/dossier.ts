import type { CalendarDate } from '@/core/calendar-date'
import type { Money } from '@/core/money'
import type { DeductionDetail } from '@/features/deductions/queries/find-deduction'
import type { ValidityFacts } from '@/features/deductions/rules/validity-facts'
import type { DisputeOutcome, DisputeState } from '../rules/dispute'
import type { PortalLimits } from '../rules/fit-limits'
import type { PackagePlan } from '../rules/plan-package'

/** A dispute as its pages show it. */
export type DisputeRow = {
  id: string
  number: number
  version: number
  deductionId: string
  customerId: string
  customerName: string
  name: string
  amount: Money
  state: DisputeState
  outcome: DisputeOutcome | null
  won: Money
  lost: Money
  portalReference: string | null
  submittedOn: CalendarDate | null
  answerDueOn: CalendarDate | null
  answeredOn: CalendarDate | null
  followUpOn: CalendarDate | null
}

/** One built package; it never changes. */
export type PackageRow = {
  id: string
  version: number
  manifestSha256: string
  pageCount: number
  missing: string[]
  isSubmitted: boolean
  builtAt: Date
  builtByName: string | null
  pdfBytes: number
  zipBytes: number
  /** The ZIP's parts that fit the portal's size; empty when the PDF fits as it is. */
  parts: { name: string; bytes: number }[]
  problems: { title: string; problem: string }[]
}

/** Everything about one dispute: the deduction with its verdict, the plan of the package, what was built. */
export type Dossier = {
  dispute: DisputeRow
  deduction: DeductionDetail
  facts: ValidityFacts
  plan: PackagePlan
  limits: PortalLimits | null
  packageLocale: string
  packages: PackageRow[]
}
