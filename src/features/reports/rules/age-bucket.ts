/** Days since a dispute was approved, upper bounds included; the last bucket has none. */
export const AGE_BUCKETS = [
  { key: 'to14', from: 0, to: 14 },
  { key: 'to30', from: 15, to: 30 },
  { key: 'to60', from: 31, to: 60 },
  { key: 'over60', from: 61, to: null },
] as const
export type AgeBucket = (typeof AGE_BUCKETS)[number]['key']

/** The bucket of an age in days; an approval dated ahead counts as fresh. */
export function ageBucketOf(days: number): AgeBucket {
  return AGE_BUCKETS.find((bucket) => bucket.to !== null && days <= bucket.to)?.key ?? 'over60'
}
