/** Database ids are time-ordered UUIDs, branded so that two kinds cannot be swapped. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

export type UserId = Id<'user'>
export type CustomerId = Id<'customer'>
export type DeductionId = Id<'deduction'>
export type DocumentId = Id<'document'>
export type BatchId = Id<'batch'>
export type DisputeId = Id<'dispute'>
export type TaskId = Id<'task'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for the text form of a UUID in lower case. */
export function isId(text: string): boolean {
  return UUID.test(text)
}

/** Brands text that is known to be an id of this kind (a database value, a validated input). */
export function asId<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>
}
