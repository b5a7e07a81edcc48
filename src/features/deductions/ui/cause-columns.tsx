import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import { Capitalised } from '@/ui/capitalised'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import type { Choice } from '@/ui/form/select'
import { NumberText } from '@/ui/number-text'
import type { CauseRow } from '../queries/find-causes'
import { CauseDialog } from './cause-dialog'
import { causeName } from './cause-name'
import type { Texts } from './texts'

type ColumnOptions = { t: Texts; tasks: Texts; locale: string; branches: readonly Choice[]; today: CalendarDate }

/** The columns of the tree: branch, leaf, what it means today, how many deductions it explains. */
export function causeColumns({ t, tasks, locale, branches, today }: ColumnOptions): Column<CauseRow>[] {
  return [
    {
      key: 'branch',
      title: t('causes.branch'),
      look: 'quiet',
      hide: 'phone',
      cell: (row) => <Capitalised>{branches.find(({ value }) => value === row.parentKey)?.label ?? '–'}</Capitalised>,
    },
    { key: 'leaf', title: t('causes.leaf'), look: 'wrap', cell: (row) => <Capitalised>{causeName(row.names, locale)}</Capitalised> },
    {
      key: 'step',
      title: t('causes.step'),
      hide: 'phone',
      cell: (row) => <Capitalised>{row.now ? t(`causes.steps.${row.now.processStep}`) : '–'}</Capitalised>,
    },
    { key: 'team', title: t('causes.team'), cell: (row) => (row.now ? tasks(`teams.${row.now.team}`) : '–') },
    {
      key: 'nature',
      title: t('causes.nature'),
      cell: (row) => (
        <Capitalised>
          <NatureText row={row} t={t} />
        </Capitalised>
      ),
    },
    { key: 'since', title: t('causes.since'), look: 'quiet', hide: 'narrow', cell: (row) => <SinceText row={row} /> },
    {
      key: 'count',
      title: t('causes.count'),
      align: 'right',
      hide: 'phone',
      cell: (row) =>
        row.count === 0 ? (
          '–'
        ) : (
          <Link className="figure" href={`/deductions?tab=all&cause=${row.key}`} prefetch={false}>
            <NumberText value={row.count} />
          </Link>
        ),
    },
    {
      key: 'change',
      title: <span className="sr-only">{t('causes.manage')}</span>,
      align: 'right',
      cell: (row) => <CauseDialog cause={row} name={causeName(row.names, locale)} branches={branches} today={today} />,
    },
  ]
}

type NatureTextProps = { row: CauseRow; t: Texts }

function NatureText({ row, t }: NatureTextProps) {
  if (row.now === null) return <span className="q">–</span>
  return row.now.isRetired ? <span className="q">{t('causes.retired')}</span> : t(`nature.${row.now.nature}`)
}

type SinceTextProps = { row: CauseRow }

// What was shipped with the product holds since ever; only a day somebody chose says something.
function SinceText({ row }: SinceTextProps) {
  const [newest] = row.terms
  return newest === undefined || newest.validFrom === '2000-01-01' ? '–' : <DateText value={newest.validFrom} />
}
