'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { Button } from '@/ui/button'
import type { Choice } from '@/ui/form/select'
import { useAction } from '@/ui/form/use-action'
import { useRefusalText } from '@/ui/form/use-refusal-text'
import { StatusMark } from '@/ui/status-mark'
import { pasteDeductionsAction } from '../actions'
import { PASTE_COLUMNS, type PastedRow } from '../rules/plan-paste'

const Change = z.object({ column: z.enum(PASTE_COLUMNS), from: z.nullable(z.string()), to: z.nullable(z.string()) })
const Planned = z.object({
  line: z.number(),
  label: z.string(),
  target: z.nullable(z.object({ id: z.string(), seenOwnerId: z.nullable(z.string()), seenCauseKey: z.nullable(z.string()) })),
  problem: z.nullable(z.string()),
  changes: z.array(Change),
  write: z.object({
    ownerId: z.optional(z.nullable(z.string())),
    causeKey: z.optional(z.nullable(z.string())),
    note: z.optional(z.string()),
  }),
})
type Planned = z.output<typeof Planned>
const Answer = z.object({ rows: z.array(Planned) })

/** Rows of the preview; the rest is counted. */
const SHOWN_MAX = 200

type PastePreviewProps = {
  rows: readonly PastedRow[]
  /** Names of root causes by key, in the reader's language. */
  causes: readonly Choice[]
  close: () => void
}

/** What a paste would change, cell by cell beside what stands now; what cannot be written first, each with its reason. */
export function PastePreview({ rows, causes, close }: PastePreviewProps) {
  const t = useTranslations('deductions')
  const refusal = useRefusalText()
  const router = useRouter()
  const [plan, setPlan] = useState<{ rows: Planned[] } | { code: string } | null>(null)
  const write = useAction(pasteDeductionsAction, {
    onDone: ({ id, count }) => {
      close()
      const action = id !== null && { label: t('paste.seeAndUndo'), onClick: () => router.push(`/deductions/bulk/${id}`) }
      toast.success(t('paste.written', { count }), action ? { action } : {})
    },
  })
  useEffect(() => {
    const abort = new AbortController()
    void ask(rows, abort.signal).then((answer) => !abort.signal.aborted && setPlan(answer))
    return () => abort.abort()
  }, [rows])

  if (plan === null) return <p role="status">{t('paste.looking')}</p>
  if ('code' in plan) return <p role="alert">{refusal.sentence(plan.code)}</p>
  const wrong = plan.rows.filter((row) => row.problem !== null)
  const changing = plan.rows.flatMap((row) => (row.target !== null && row.changes.length > 0 ? [{ ...row.target, ...row.write }] : []))
  const same = plan.rows.length - wrong.length - changing.length
  const shown = [...wrong, ...plan.rows.filter((row) => row.problem === null && row.changes.length > 0)]
  return (
    <>
      <p role="status">
        <b>{t('paste.changing', { count: changing.length })}</b>
        {same > 0 && <span className="m">{t('comma') + t('paste.same', { count: same })}</span>}
        {wrong.length > 0 && (
          <span className="m">
            {t('comma')}
            <span className="over">{t('paste.wrong', { count: wrong.length })}</span>
          </span>
        )}
      </p>
      <div className="t-scroll paste-rows" tabIndex={0} role="region" aria-label={t('paste.title')}>
        <table className="t">
          <thead>
            <tr>
              <th className="r">{t('line')}</th>
              <th>{t('column.claim')}</th>
              <th>{t('paste.what')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, SHOWN_MAX).map((row) => (
              <PreviewRow key={row.line} row={row} causes={causes} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > SHOWN_MAX && <p className="m">{t('paste.more', { count: shown.length - SHOWN_MAX })}</p>}
      <div className="actions">
        <Button type="button" onClick={close}>
          {t('paste.cancel')}
        </Button>
        <Button
          type="button"
          kind="primary"
          disabled={changing.length === 0}
          pending={write.isPending}
          onClick={() => write.run({ rows: changing })}
        >
          {t('paste.write', { count: changing.length })}
        </Button>
      </div>
    </>
  )
}

type PreviewRowProps = { row: Planned; causes: readonly Choice[] }

function PreviewRow({ row, causes }: PreviewRowProps) {
  const t = useTranslations('deductions')
  const said = (column: Planned['changes'][number]['column'], value: string | null) => {
    if (column === 'owner') return value ?? t('nobody')
    return column === 'cause' ? (causes.find((one) => one.value === value)?.label ?? value ?? t('causes.blank')) : value
  }
  return (
    <tr>
      <td className="r q">{row.line}</td>
      <td>{row.label}</td>
      <td className="wrap">
        {row.problem !== null && (
          <StatusMark shape="overdue" tone="over">
            {t(`paste.problem.${row.problem}`)}
          </StatusMark>
        )}
        {row.changes.map(({ column, from, to }) => (
          <div key={column}>
            <span className="q">{t(`paste.column.${column}`)}</span>{' '}
            {column !== 'note' && (
              <>
                <del>{said(column, from)}</del> →{' '}
              </>
            )}
            <ins>{said(column, to)}</ins>
          </div>
        ))}
      </td>
    </tr>
  )
}

async function ask(rows: readonly PastedRow[], signal: AbortSignal): Promise<{ rows: Planned[] } | { code: string }> {
  const response = await fetch('/api/deductions/paste', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rows }),
    signal,
  }).catch(() => null)
  if (response === null) return { code: 'offline' }
  const answer = Answer.safeParse(response.ok ? await response.json().catch(() => null) : null)
  return answer.success ? answer.data : { code: response.status === 403 ? 'not-allowed' : 'unexpected' }
}
