import { type Money, minorDigits, toDecimalText } from '@/core/money'
import type { ListCell } from '@/formats/write-list'
import type { Priority } from '../queries/find-priorities'
import type { TrackerRow } from '../queries/tracker-row'
import { causeName } from '../ui/cause-name'
import type { Texts } from '../ui/texts'

type Options = { row: TrackerRow; priority: Priority | undefined; t: Texts; locale: string }

/** What each column of the tracker holds in a spreadsheet, by its key: words as shown, numbers and dates as such. */
export const EXPORT_CELLS: Readonly<Record<string, (options: Options) => ListCell>> = {
  claim: ({ row }) => text(row.claimNumber ?? String(row.number)),
  customer: ({ row }) => text(row.customerName),
  category: ({ row, t }) => text(t(`category.${row.category}`)),
  code: ({ row }) => text(row.reasonCode ?? ''),
  amount: ({ row }) => amount(row.amount),
  verdict: ({ row, t }) => text(t(`verdict.${row.verdict}`)),
  sure: ({ row, t }) =>
    row.isDecided
      ? text(t('decided'))
      : row.confidencePpm === null || row.verdict === 'undecided'
        ? text('')
        : { kind: 'number', text: String(Math.round(row.confidencePpm / 10_000)) },
  risk: ({ row }) => amount(row.atRisk),
  priority: ({ priority }) => (priority === undefined ? text('') : { kind: 'number', text: String(priority.points) }),
  deadline: ({ row }) => ({ kind: 'date', text: row.deadlineOn ?? '' }),
  evidence: ({ row, t }) =>
    row.evidenceNeed === 0
      ? text('')
      : text(row.evidenceNeed <= row.evidenceHave ? t('ready') : t('missingCount', { count: row.evidenceNeed - row.evidenceHave })),
  owner: ({ row }) => text(row.ownerName ?? ''),
  cause: ({ row, locale }) => text(row.cause === null ? '' : causeName(row.cause.names, locale)),
  next: ({ row, t }) => text(t(`action.${row.nextAction ?? 'none'}`)),
  state: ({ row, t }) => text(t(`state.${row.state}`)),
  taken: ({ row }) => ({ kind: 'date', text: row.takenOn ?? '' }),
  po: ({ row }) => text(row.poNumber ?? ''),
  invoice: ({ row }) => text(row.invoiceNumber ?? ''),
  payment: ({ row }) => text(row.paymentNumber ?? ''),
}

function text(value: string): ListCell {
  return { kind: 'text', text: value }
}

function amount(value: Money): ListCell {
  return { kind: 'money', text: toDecimalText(value), currency: value.currency, digits: minorDigits(value.currency) }
}
