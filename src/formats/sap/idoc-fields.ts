type Layout = readonly (readonly [name: string, at: number, length: number])[]

const PARTNER: Layout = [
  ['PARVW', 0, 3],
  ['PARTN', 3, 17],
  ['LIFNR', 20, 17],
  ['NAME1', 37, 35],
]
const REFERENCE: Layout = [
  ['QUALF', 0, 3],
  ['BELNR', 3, 35],
]
const CONDITION: Layout = [
  ['ALCKZ', 0, 3],
  ['KSCHL', 3, 4],
  ['KOTXT', 7, 80],
  ['BETRG', 87, 18],
  ['KRATE', 113, 15],
  ['UPRBS', 128, 9],
]
// As MOA of EDIFACT, from which SAP took the payment advice.
const PAID: Layout = [
  ['MOAQUALF', 0, 3],
  ['MOABETR', 3, 18],
  ['CUXWAERZ', 21, 3],
]
const DATE: Layout = [
  ['IDDAT', 0, 3],
  ['DATUM', 3, 8],
]

/**
 * Where fields stand in the flat form, counted from 0; of each segment only what is read. A control record is counted from its
 * own first place, a data record from behind its 63 places of keys. Source: SAP basic types ORDERS05, INVOIC02, DELVRY03 to 07, PEXR2002.
 */
export const FLAT_FIELDS: Readonly<Record<string, Layout>> = {
  EDI_DC40: [
    ['DOCNUM', 13, 16],
    ['DIRECT', 35, 1],
    ['IDOCTYP', 39, 30],
    ['CIMTYP', 69, 30],
    ['MESTYP', 99, 30],
    ['SNDPRN', 162, 10],
    ['RCVPRN', 277, 10],
    ['CREDAT', 378, 8],
    ['CRETIM', 386, 6],
  ],
  // The control record of releases before 4.
  EDI_DC: [
    ['DOCNUM', 13, 16],
    ['DOCTYP', 35, 8],
    ['DIRECT', 43, 1],
    ['RCVPRN', 56, 10],
    ['SNDPRN', 190, 10],
    ['CREDAT', 403, 8],
    ['CRETIM', 411, 6],
    ['MESTYP', 417, 6],
    ['IDOCTYP', 423, 8],
  ],
  E1EDK01: [
    ['CURCY', 4, 3],
    ['ZTERM', 22, 17],
    ['BSART', 79, 4],
    ['BELNR', 83, 35],
  ],
  E1EDK02: [...REFERENCE, ['DATUM', 44, 8]],
  E1EDK03: DATE,
  E1EDK05: CONDITION,
  E1EDK17: [
    ['QUALF', 0, 3],
    ['LKOND', 3, 3],
  ],
  E1EDK18: [
    ['QUALF', 0, 3],
    ['TAGE', 3, 8],
    ['PRZNT', 11, 8],
  ],
  E1EDKA1: PARTNER,
  E1EDPA1: PARTNER,
  E1EDP01: [
    ['POSEX', 0, 6],
    ['MENGE', 11, 15],
    ['MENEE', 26, 3],
    ['VPREI', 54, 15],
    ['PEINH', 69, 9],
    ['NETWR', 78, 18],
  ],
  E1EDP02: [...REFERENCE, ['ZEILE', 38, 6]],
  E1EDP03: DATE,
  E1EDP05: CONDITION,
  E1EDP19: [
    ['QUALF', 0, 3],
    ['IDTNR', 3, 35],
  ],
  E1EDP20: [
    ['WMENG', 0, 15],
    ['EDATU', 30, 8],
  ],
  E1EDP26: [
    ['QUALF', 0, 3],
    ['BETRG', 3, 18],
  ],
  E1EDS01: [
    ['SUMID', 0, 3],
    ['SUMME', 3, 18],
    ['SUNIT', 21, 3],
  ],
  E1EDL20: [
    ['VBELN', 0, 10],
    ['ROUTE', 83, 6],
    ['ANZPK', 144, 5],
    ['BOLNR', 149, 35],
    ['TRAID', 188, 20],
    ['LIFEX', 218, 35],
  ],
  E1ADRM1: [
    ['PARTNER_Q', 0, 3],
    ['PARTNER_ID', 4, 17],
    ['NAME1', 55, 40],
  ],
  E1EDT13: [
    ['QUALF', 0, 3],
    ['NTANF', 27, 8],
    ['ISDD', 61, 8],
  ],
  E1EDL24: [
    ['POSNR', 0, 6],
    ['MATNR', 6, 18],
    ['WERKS', 136, 4],
    ['KDMAT', 154, 22],
    ['LFIMG', 176, 15],
    ['VRKME', 191, 3],
    ['LGMNG', 194, 15],
    ['MEINS', 209, 3],
    ['EAN11', 302, 18],
  ],
  E1EDL37: [['EXIDV', 0, 20]],
  E1EDL41: [
    ['QUALI', 0, 3],
    ['BSTNR', 3, 35],
  ],
  E1IDKU1: [
    ['BGMNAME', 0, 3],
    ['BGMREF', 3, 35],
  ],
  E1IDKU5: PAID,
  E1IDLU5: PAID,
  E1IDPU1: [
    ['DOCNAME', 0, 3],
    ['DOCNUMMR', 3, 35],
  ],
  E1IDPU5: PAID,
  E1EDL43: [
    ['QUALF', 0, 1],
    ['BELNR', 1, 35],
    ['POSNR', 36, 6],
  ],
}
