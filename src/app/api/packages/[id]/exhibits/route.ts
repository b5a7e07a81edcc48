import { addExhibit } from '@/features/disputes/commands/add-exhibit'
import { EXHIBIT_KINDS } from '@/features/disputes/rules/exhibit'
import { type Context, takeFile } from '../../../take-file'

/** Adds a file to the package of a dispute. Pictures count as photos unless the form names what they prove. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return takeFile(request, context, (actor, disputeId, { fileName, mediaType, content, field }) => {
    const named = EXHIBIT_KINDS.find((kind) => kind === field('evidence'))
    const evidence = named ?? (mediaType === 'application/pdf' ? 'attachment' : 'photo')
    return addExhibit(actor, { disputeId, evidence, fileName, mediaType, content })
  })
}
