import { addDocument } from '@/features/documents/commands/add-document'
import type { Scope } from '@/server/command'

type ProofFile = { fileName: string; mediaType: string; content: Uint8Array<ArrayBuffer> }

/** Keeps a picture or receipt as a paper of the customer. It proves something once a submission or a step names it. */
export async function keepProof(scope: Scope, customerId: string, file: ProofFile): Promise<{ documentId: string }> {
  const { fileName, mediaType, content } = file
  const document = await addDocument(
    scope.actor,
    { customerId, kind: 'submission-proof', fileName, mediaType, content, pageCount: 1 },
    { within: scope },
  )
  return { documentId: document.id }
}
