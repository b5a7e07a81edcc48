/**
 * One delivery to Harbor & Pine with three claims on its headphones in sand: the distribution centre and two stores it supplies
 * each deducted full cases, 72 units together, though all 120 were signed for and 96 were booked.
 */
export const HARBOR_TRUCK = {
  po: '4500118',
  delivery: '80021177',
  invoice: '90417733',
  bol: '77-20418',
  seal: '0098113',
  trailer: 'NT40771',
  carrier: 'NRTL',
  pro: '204771830',
  site: '6021',
  orderDay: -34,
  confirmDay: -33,
  issueDay: -27,
  deliveredDay: -25,
  receivedDay: -24,
  payDay: -13,
  lines: [
    ['HM2-BK', 60],
    ['HM2-SD', 120],
    ['PS-500', 16],
  ],
  received: 96,
  claims: [
    { number: 'HP-881204', site: '6021', quantity: 24 },
    { number: 'HP-881205', site: '118', quantity: 36 },
    { number: 'HP-881206', site: '131', quantity: 12 },
  ],
} as const
