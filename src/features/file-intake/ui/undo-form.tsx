'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Form } from '@/ui/form/form'
import { useActionForm } from '@/ui/form/use-action-form'
import { LinkButton } from '@/ui/link-button'
import { undoBatchAction } from '../actions'

type UndoFormProps = { batchId: string }

/** The yes to what the preview shows. */
export function UndoForm({ batchId }: UndoFormProps) {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const form = useActionForm(undoBatchAction, {
    input: () => ({ batchId }),
    done: ({ removed, restored }) => t('undo.done', { removed, restored }),
    onDone: () => router.push(`/imports/${batchId}`),
  })
  return (
    <Form form={form}>
      <p className="m">{t('undo.note')}</p>
      <div className="actions">
        <LinkButton href={`/imports/${batchId}`}>{t('undo.cancel')}</LinkButton>
        <Button kind="danger">{t('undo.confirm')}</Button>
      </div>
    </Form>
  )
}
