import { addProof } from '@/features/disputes/commands/add-proof'
import { type Context, takeFile } from '../../../take-file'

/** Keeps a picture of the portal's receipt; answers its document id. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return takeFile(request, context, (actor, disputeId, { fileName, mediaType, content }) =>
    addProof(actor, { disputeId, fileName, mediaType, content }),
  )
}
