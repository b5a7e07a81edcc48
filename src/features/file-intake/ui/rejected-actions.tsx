'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { useRefusalText } from '@/ui/form/use-refusal-text'
import { LinkButton } from '@/ui/link-button'
import { replayBatchAction } from '../actions'
import { currentUploads, startUploads } from './upload-store'

type RejectedActionsProps = { batchId: string; waiting: number; mayImport: boolean }

/** What to do with rejected rows: take them out, bring them back corrected, or try them again once their cause is mended. */
export function RejectedActions({ batchId, waiting, mayImport }: RejectedActionsProps) {
  const t = useTranslations('fileIntake')
  const replay = useAction(replayBatchAction, { done: ({ replayed }) => t('replayed', { count: replayed }) })
  if (waiting === 0) return null
  const download = (format: string) => `/api/imports/${batchId}/rejected?format=${format}`
  return (
    <>
      <LinkButton href={download('xlsx')} download="">
        {t('downloadXlsx')}
      </LinkButton>
      <LinkButton href={download('csv')} download="">
        {t('downloadCsv')}
      </LinkButton>
      {mayImport && (
        <>
          <CorrectedUpload />
          <Button type="button" onClick={() => replay.run({ batchId })} disabled={replay.isPending} title={t('replayHint')}>
            {t('replay')}
          </Button>
        </>
      )}
    </>
  )
}

/** Takes the corrected workbook; it knows itself which import it belongs to. */
function CorrectedUpload() {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const refusal = useRefusalText()
  const input = useRef<HTMLInputElement>(null)
  const [isPending, setPending] = useState(false)

  async function send(file: File) {
    setPending(true)
    const [report] = await startUploads([file], false)
    setPending(false)
    if (report === undefined) toast.error(refusal.sentence(currentUploads().at(-1)?.code ?? 'unexpected'))
    else toast.success(t('upload.imported', report.rows))
    router.refresh()
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={t('uploadCorrected')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void send(file)
          event.target.value = ''
        }}
      />
      <Button type="button" kind="primary" disabled={isPending} onClick={() => input.current?.click()}>
        {t(isPending ? 'importing' : 'uploadCorrected')}
      </Button>
    </>
  )
}
