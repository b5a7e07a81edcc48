import Link from 'next/link'
import { PlaceLink } from './place-link'

type FileAndPlaceProps = {
  batchId: string
  fileName: string | null
  position: string | null
  /** The field that is meant, as its reader calls it. */
  field?: string
}

/** The file a record came in and its place there, two links apart enough to hit either. */
export function FileAndPlace({ batchId, fileName, position, field = '' }: FileAndPlaceProps) {
  return (
    <span className="flex flex-wrap gap-x-2 leading-6">
      <Link href={`/imports/${batchId}`} prefetch={false}>
        {fileName}
      </Link>
      {position !== null && <PlaceLink batchId={batchId} position={position} field={field} />}
    </span>
  )
}
