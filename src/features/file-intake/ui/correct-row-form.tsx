'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/form/text-field'
import { useRefusalText } from '@/ui/form/use-refusal-text'
import { Section } from '@/ui/section'
import { sendCorrectedRow } from './upload-store'

type CorrectRowFormProps = {
  batchId: string
  position: string
  place: string
  reason: string
  titles: readonly string[]
  cells: readonly string[]
  closeHref: string
}

/** One rejected row with all its cells, to be corrected here and tried again. */
export function CorrectRowForm({ batchId, position, place, reason, titles, cells, closeHref }: CorrectRowFormProps) {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const refusal = useRefusalText()
  const [isPending, setPending] = useState(false)

  async function send(form: FormData) {
    setPending(true)
    const corrected = titles.map((_title, index) => String(form.get(`cell${index}`) ?? ''))
    const answer = await sendCorrectedRow(batchId, position, corrected)
    setPending(false)
    if ('code' in answer) return void toast.error(refusal.sentence(answer.code))
    if (answer.rows.rejected > 0) toast.error(t('stillRejected'))
    else {
      toast.success(t('correctedNow'))
      router.push(closeHref)
    }
    router.refresh()
  }

  return (
    <Section title={t('correctRow', { place })} note={reason} id="correct">
      <form action={send} className="grid grid-cols-2 gap-3 pb-3 lg:grid-cols-4" aria-label={t('correctRow', { place })}>
        {titles.map((title, index) => (
          <TextField key={`${title} ${index}`} name={`cell${index}`} label={title} defaultValue={cells[index] ?? ''} autoComplete="off" />
        ))}
        <div className="row items-end gap-2">
          <Button type="submit" kind="primary" disabled={isPending}>
            {t(isPending ? 'importing' : 'tryRow')}
          </Button>
          <Button type="button" onClick={() => router.push(closeHref)}>
            {t('upload.close')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
