import { exportListJob } from '@/features/deductions/jobs/export-list'
import { judgeAgainJob } from '@/features/deductions/jobs/judge-again'
import { recodeDeductionsJob } from '@/features/deductions/jobs/recode-deductions'
import { runBulkJob } from '@/features/deductions/jobs/run-bulk'
import { undoBulkJob } from '@/features/deductions/jobs/undo-bulk'
import { buildPackageJob } from '@/features/disputes/jobs/build-package'
import { exportAnyListJob } from '@/features/reports/jobs/export-any-list'
import type { Job } from '@/server/jobs/define-job'

/** Every job the worker runs: one line each. */
export const JOBS: readonly Job[] = [
  buildPackageJob,
  recodeDeductionsJob,
  judgeAgainJob,
  runBulkJob,
  exportListJob,
  exportAnyListJob,
  undoBulkJob,
]
