import { times } from './amounts'
import { biggestLine, type ClaimEvent, casedLine, invoiceAmount, reduce, someCases, unitsClaim } from './sketch'

/** Goods: short picks, losses on the road, miscounts at the customer's dock, damage. */

/** The dock counted cases as single units. */
export const caseCountedAsEach: ClaimEvent = (sale, random) => {
  const line = casedLine(sale, random)
  if (!line) return null
  const cases = random.whole(1, Math.min(3, line.shipped / line.item.casePack))
  const missing = cases * (line.item.casePack - 1)
  reduce(line, missing, ['received'])
  sale.pod = 'text'
  return unitsClaim('carton', 'caseCountedAsEach', line, missing, 0)
}

/** They signed for everything, full cases disappeared behind their dock. */
export const lostBehindTheDock: ClaimEvent = (sale, random) => {
  const line = casedLine(sale, random)
  if (!line) return null
  const missing = someCases(line, random)
  reduce(line, missing, ['received'])
  sale.pod = random.chance(0.9) ? 'text' : 'image'
  sale.bolPaper = random.chance(0.6) ? 'text' : 'none'
  return unitsClaim('carton', 'lostBehindTheDock', line, missing, 0)
}

/** Counted before the trailer was empty; the rest was booked days later. */
export const countedTooEarly: ClaimEvent = (sale, random) => {
  const line = casedLine(sale, random)
  if (!line || !sale.customer.sets.includes('861')) return null
  const missing = someCases(line, random)
  reduce(line, missing, ['received'])
  sale.recounts.push({ day: sale.receivedDay + random.whole(1, 4), line, quantity: missing, ontoPo: null })
  sale.pod = random.chance(0.7) ? 'text' : 'none'
  return unitsClaim('carton', 'countedBeforeUnloaded', line, missing, 0)
}

/** The goods were booked on another order of the same site. */
export const bookedOnOtherOrder: ClaimEvent = (sale, random, world) => {
  const line = casedLine(sale, random)
  const other = world.sales.find(
    (one) => one.customer === sale.customer && one.site === sale.site && one !== sale && Math.abs(one.orderDay - sale.orderDay) < 12,
  )
  if (!line || !other || !sale.customer.sets.includes('861')) return null
  const missing = someCases(line, random)
  reduce(line, missing, ['received'])
  sale.recounts.push({ day: sale.receivedDay, line, quantity: missing, ontoPo: other.po })
  sale.pod = 'text'
  return unitsClaim('carton', 'bookedOnOtherPo', line, missing, 0)
}

/** Their own carrier lost it after the driver had counted everything on our dock. */
export const lostByTheirCarrier: ClaimEvent = (sale, random) => {
  const line = casedLine(sale, random)
  if (!line || sale.freight !== 'collect') return null
  const missing = someCases(line, random)
  reduce(line, missing, ['arrived', 'received'])
  sale.bolPaper = 'text'
  sale.pod = random.chance(0.6) ? 'text' : 'none'
  return unitsClaim('carton', 'customerCarrierLoss', line, missing, 0)
}

/** We picked too little and billed all of it. */
export const pickedShort: ClaimEvent = (sale, random) => {
  const line = casedLine(sale, random)
  if (!line) return null
  const missing = someCases(line, random)
  reduce(line, missing, random.chance(0.3) ? ['announced', 'loaded', 'arrived', 'received'] : ['loaded', 'arrived', 'received'])
  sale.pod = random.chance(0.85) ? 'text' : 'none'
  return unitsClaim('carton', 'pickError', line, missing, missing)
}

/** Our carrier lost it: we owe the customer, the carrier owes us. */
export const lostByOurCarrier: ClaimEvent = (sale, random) => {
  const line = casedLine(sale, random)
  if (!line || sale.freight !== 'prepaid') return null
  const missing = someCases(line, random)
  reduce(line, missing, ['arrived', 'received'])
  sale.pod = 'text'
  sale.bolPaper = random.chance(0.7) ? 'text' : 'none'
  return unitsClaim('carton', 'carrierLoss', line, missing, missing)
}

/** Some cases were short on the paper they signed, they claim more. */
export const partlyShort: ClaimEvent = (sale, random) => {
  const line = casedLine(sale, random, 4)
  if (!line) return null
  const real = line.item.casePack
  const claimed = real * random.whole(2, 3)
  reduce(line, real, ['loaded', 'arrived'])
  reduce(line, claimed, ['received'])
  sale.pod = 'text'
  return unitsClaim('carton', 'pickErrorOverclaimed', line, claimed, real)
}

/** Units said to be missing inside closed cartons; only our stock count can tell. */
export const concealedShort: ClaimEvent = (sale, random) => {
  const line = casedLine(sale, random)
  if (!line || line.item.casePack < 4) return null
  const missing = random.whole(1, line.item.casePack - 1)
  const isOurs = random.chance(0.5)
  reduce(line, missing, isOurs ? ['loaded', 'arrived', 'received'] : ['received'])
  sale.pod = 'text'
  const wasCounted = random.chance(0.75)
  if (wasCounted) sale.stockCount = { day: sale.receivedDay + random.whole(5, 9), line, surplus: isOurs ? missing : 0 }
  const claim = unitsClaim('concealed', isOurs ? 'packError' : 'innerPackMiscount', line, missing, isOurs ? missing : 0)
  return wasCounted ? claim : { ...claim, verdict: 'unclear' }
}

/** The whole invoice is claimed although they signed for the goods. */
export const receiptNotBooked: ClaimEvent = (sale) => {
  for (const line of sale.lines) line.received = 0
  sale.pod = 'text'
  return { kind: 'notReceived', because: 'receiptNotBooked', amount: invoiceAmount(sale), validAmount: 0n, laterBy: 6 }
}

/** Billed, but the goods never left. */
export const billedTooEarly: ClaimEvent = (sale) => {
  sale.neverLeft = true
  for (const line of sale.lines) reduce(line, line.shipped, ['loaded', 'arrived', 'received'])
  return { kind: 'notReceived', because: 'billedBeforeShipment', amount: invoiceAmount(sale), validAmount: invoiceAmount(sale), laterBy: 6 }
}

export const damagedOnTheRoad: ClaimEvent = (sale, random) => {
  const line = biggestLine(sale)
  if (!line || sale.freight !== 'prepaid') return null
  line.damaged = Math.min(line.shipped, line.item.casePack * random.whole(1, 2))
  sale.pod = 'text'
  const claimed = random.chance(0.3) ? Math.min(line.shipped, line.damaged * 2) : line.damaged
  return unitsClaim('damage', claimed > line.damaged ? 'carrierDamageOverclaimed' : 'carrierDamage', line, claimed, line.damaged)
}

export const damagedAfterHandover: ClaimEvent = (sale, random) => {
  const line = biggestLine(sale)
  if (!line) return null
  sale.pod = random.chance(0.85) ? 'text' : 'none'
  const quantity = Math.min(line.shipped, line.item.casePack)
  return { ...unitsClaim('damage', 'damagedAfterHandover', line, quantity, 0), amount: times(line.billedPrice - line.allowance, quantity) }
}
