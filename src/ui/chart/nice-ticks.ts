/** Two or three round figures from zero, none above the highest value: for 55 these are 0, 20 and 40. */
export function niceTicks(highest: number): number[] {
  const rough = highest / 2.5
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)))
  const step = [1, 2, 5, 10].map((factor) => factor * power).findLast((size) => size <= Math.max(rough, 1)) ?? power
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step)
}
