'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '../icon'
import { Progress } from '../progress'
import { StatusMark } from '../status-mark'
import { DropZone } from './drop-zone'
import { type SendOutcome, sendFile } from './send-file'
import { useRefusalText } from './use-refusal-text'

type FileDropProps = {
  /** POST route that takes one multipart file per call and answers JSON, or `{ code }` when it refuses. */
  action: string
  /** What to drop: 'Drop SAP extracts, portal files or remittances here'. */
  label?: string
  /** Kinds and limits: 'XLSX, CSV, X12, PDF, up to 50 MB each'. */
  hint?: string
  accept?: string
  fieldName?: string
  fields?: Readonly<Record<string, string>>
  isMultiple?: boolean
  onArrived?: (answer: unknown, file: File) => void
}

type Row = { key: string; file: File; share: number; outcome: SendOutcome | null; abort: AbortController }

/** Takes files by drop, paste or choice; each goes up by itself with its own progress and can be cancelled. */
export function FileDrop({ action, label, hint, accept, fieldName = 'file', fields = {}, isMultiple = true, onArrived }: FileDropProps) {
  const t = useTranslations('ui')
  const router = useRouter()
  const [rows, setRows] = useState<readonly Row[]>([])

  const patch = (key: string, change: Partial<Row>) => setRows((all) => all.map((row) => (row.key === key ? { ...row, ...change } : row)))

  async function send(files: readonly File[]) {
    const fresh = files.map((file) => ({
      key: `${file.name} ${performance.now()}`,
      file,
      share: 0,
      outcome: null,
      abort: new AbortController(),
    }))
    setRows((all) => [...all.filter((row) => row.outcome === null), ...fresh])
    for (const row of fresh) {
      const outcome = await sendFile({
        url: action,
        file: row.file,
        fieldName,
        fields,
        onProgress: (share) => patch(row.key, { share }),
        signal: row.abort.signal,
      })
      patch(row.key, { outcome, share: 1 })
      if (outcome.kind === 'arrived') onArrived?.(outcome.answer, row.file)
    }
    router.refresh()
  }

  return (
    <div>
      <DropZone
        label={label ?? t('dropFiles')}
        choose={t('chooseFiles')}
        name={label ?? t('chooseFiles')}
        hint={hint}
        accept={accept}
        isMultiple={isMultiple}
        onFiles={(files) => void send(files)}
      />
      {rows.length > 0 && <FileRows rows={rows} onRetry={(row) => void send([row.file])} />}
    </div>
  )
}

type FileRowsProps = { rows: readonly Row[]; onRetry: (row: Row) => void }

function FileRows({ rows, onRetry }: FileRowsProps) {
  const t = useTranslations('ui')
  const refusal = useRefusalText()
  return (
    <ul className="drop-list" aria-live="polite">
      {rows.map((row) => (
        <li key={row.key} className="contents">
          <span className="truncate">{row.file.name}</span>
          <Progress share={row.share} label={t('uploading', { name: row.file.name, percent: Math.round(row.share * 100) })} />
          <span>{describe(row)}</span>
          {row.outcome === null ? (
            <button
              type="button"
              className="btn g icon"
              aria-label={t('cancelUpload', { name: row.file.name })}
              onClick={() => row.abort.abort()}
            >
              <Icon name="close" />
            </button>
          ) : row.outcome.kind === 'arrived' ? (
            <span />
          ) : (
            <button type="button" className="btn" onClick={() => onRetry(row)}>
              {t('retry')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )

  function describe(row: Row) {
    if (row.outcome === null) return <span className="q">{Math.round(row.share * 100)}%</span>
    if (row.outcome.kind === 'arrived') return <StatusMark shape="ready">{t('arrived')}</StatusMark>
    if (row.outcome.kind === 'cancelled') return <span className="q">{t('uploadCancelled')}</span>
    return <StatusMark shape="overdue">{refusal.sentence(row.outcome.code)}</StatusMark>
  }
}
