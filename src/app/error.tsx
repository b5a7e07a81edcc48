'use client'

import { ErrorNotice } from '@/ui/error-notice'

type ErrorPageProps = { error: unknown; retry: () => void }

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <ErrorNotice error={error} retry={retry} isWholePage />
}
