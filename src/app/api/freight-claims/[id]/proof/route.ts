import { addFreightProof } from '@/features/disputes/commands/add-freight-proof'
import { type Context, takeFile } from '../../../take-file'

/** Keeps what proves a step of a claim on a carrier; answers its document id. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return takeFile(request, context, (actor, id, { fileName, mediaType, content }) =>
    addFreightProof(actor, { id, fileName, mediaType, content }),
  )
}
