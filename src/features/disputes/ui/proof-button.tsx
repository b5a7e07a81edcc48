'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/ui/button'
import { sendFile } from '@/ui/form/send-file'
import { useRefusalText } from '@/ui/form/use-refusal-text'
import { Icon } from '@/ui/icon'

/** A paper that was taken over and proves something once it is named. */
export type Proof = { documentId: string; name: string }
type ProofButtonProps = {
  url: string
  proof: Proof | null
  onProof: (proof: Proof) => void
  label?: string
  size?: 'large'
}

/** Takes a picture or file that proves a step and keeps it at once, so that nothing is lost when the form is refused. */
export function ProofButton({ url, proof, onProof, label, size }: ProofButtonProps) {
  const t = useTranslations('disputes')
  const refusal = useRefusalText()
  const input = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)

  async function send(file: File) {
    setSending(true)
    const outcome = await sendFile({
      url,
      file,
      fieldName: 'file',
      fields: {},
      onProgress: () => undefined,
      signal: new AbortController().signal,
    })
    setSending(false)
    const documentId = outcome.kind === 'arrived' ? documentIdOf(outcome.answer) : null
    if (documentId !== null) onProof({ documentId, name: file.name })
    else toast.error(refusal.sentence(outcome.kind === 'refused' ? outcome.code : 'unexpected'))
  }

  return (
    <div className="min-w-0">
      <Button
        type="button"
        {...(size ? { size } : {})}
        className="w-full"
        pending={isSending}
        icon={<Icon name={proof ? 'check' : 'camera'} />}
        onClick={() => input.current?.click()}
      >
        <span className="truncate">{proof ? t('proofIsThere', { name: proof.name }) : (label ?? t('uploadProof'))}</span>
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*,.pdf"
        className="sr-only"
        tabIndex={-1}
        aria-label={label ?? t('uploadProof')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void send(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}

function documentIdOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('documentId' in answer)) return null
  return typeof answer.documentId === 'string' ? answer.documentId : null
}
