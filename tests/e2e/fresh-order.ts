/** A fresh 850 of Harbor & Pine over one line of headphones; ordered days ago, to be shipped by the end of the year. */
export function freshOrder(number: string, quantity: number): Buffer {
  const segments = [
    'ISA*00*          *00*          *08*MERCUST01      *ZZ*MERIDIANUS     *261118*0711*U*00401*000009801*0*P*>',
    'GS*PO*MERCUST01*MERIDIANUS*20261118*0711*9801*X*004010',
    'ST*850*0001',
    `BEG*00*SA*${number}**20261118`,
    'ITD*01*3*2**10**60',
    'DTM*064*20261207',
    'DTM*063*20261214',
    `PO1*1*${quantity}*EA*74.50**VN*HM2-BK`,
    'CTT*1',
    'SE*8*0001',
    'GE*1*9801',
    'IEA*1*000009801',
  ]
  return Buffer.from(segments.map((segment) => `${segment}~\n`).join(''))
}

/** SAP's list of the day with that order, in one line of so many. */
export function freshOrderList(number: string, sales: string, material: string, quantity: number): Buffer {
  const head =
    'Sales Doc.,Item,Doc. Date,Purchase Order No.,Sold-to,Ship-to,Material,Order Qty,SU,Net Price,Net Value,Curr.,Req.Dlv.Dt,PayT,OvSt'
  const row = `${sales},000010,11/18/2026,${number},100001,,${material},${quantity},EA,74.50,${(quantity * 74.5).toFixed(2)},USD,12/14/2026,N60,A`
  return Buffer.from(`${head}\n${row}\n`)
}
