/**
 * A fresh 820 of Harbor & Pine: invoice 90417733 is paid again short by one claim, in cents, code 22, with the claim number
 * given. What is paid plus what is withheld comes to the gross; the total is what is paid.
 */
export function freshRemittance(claimNumber: string, payment: string, claimed = 14_900): Buffer {
  const [gross, withheld] = [85_100 + claimed, claimed].map((cents) => (cents / 100).toFixed(2))
  const segments = [
    'ISA*00*          *00*          *08*MERCUST01      *ZZ*MERIDIANUS     *261121*0737*U*00401*000009901*0*P*>',
    'GS*RA*MERCUST01*MERIDIANUS*20261121*0737*9901*X*004010',
    'ST*820*0001',
    `BPR*I*851.00*C*CHK${'*'.repeat(12)}20261121*VEN`,
    `TRN*3*${payment}`,
    'CUR*PR*USD',
    'N1*PR*HARBOR & PINE*UL*0078801602105',
    'N1*PE*Meridian Mobility',
    'ENT*1',
    `RMR*IV*90417733*PO*851.00*${gross}`,
    'REF*PO*4500118',
    `ADX*-${withheld}*59*CM*90417733`,
    'REF*6O*022',
    `REF*MC*${claimNumber}`,
    'SE*13*0001',
    'GE*1*9901',
    'IEA*1*000009901',
  ]
  return Buffer.from(segments.map((segment) => `${segment}~\n`).join(''))
}
