'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { askTeamAction } from '@/features/tasks/actions'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'

type AskQuestionProps = { disputeId: string }

/** A question to the deductions desk about this dispute; it lands in their tasks. */
export function AskQuestion({ disputeId }: AskQuestionProps) {
  const t = useTranslations('disputes')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="button" size="large" onClick={() => setOpen(true)}>
        {t('haveQuestion')}
      </Button>
      <Dialog title={t('haveQuestion')} open={isOpen} onOpenChange={setOpen}>
        {(close) => <QuestionForm disputeId={disputeId} onSent={close} />}
      </Dialog>
    </>
  )
}

function QuestionForm({ disputeId, onSent }: AskQuestionProps & { onSent: () => void }) {
  const t = useTranslations('disputes')
  const locale = useLocale()
  const form = useActionForm(askTeamAction, {
    input: (fields) => ({
      kind: 'question',
      subjectKind: 'dispute' as const,
      subjectId: disputeId,
      team: 'deductions' as const,
      title: fields.text('question').slice(0, 200),
      body: fields.text('question'),
      locale,
    }),
    done: t('questionSent'),
    onDone: onSent,
  })
  return (
    <Form form={form}>
      <TextArea name="question" label={t('question')} required />
      <DialogActions submit={t('send')} onCancel={onSent} />
    </Form>
  )
}
