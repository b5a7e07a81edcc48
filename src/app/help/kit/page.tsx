import { notFound } from 'next/navigation'
import { env } from '@/server/env'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { Gallery } from './gallery'

type KitPageProps = { searchParams: Promise<SearchParams> }

/** Every part of the kit on one page, for the eye and for accessibility checks; exists in development only. */
export default async function KitPage({ searchParams }: KitPageProps) {
  if (env().NODE_ENV === 'production') notFound()
  const params = await searchParams
  return <Gallery show={paramOf(params, 'show') ?? 'parts'} params={params} />
}
