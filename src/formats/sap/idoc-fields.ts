type Layout = readonly (readonly [name: string, at: number, length: number])[]

/** Where fields stand in the flat form, counted from 0; of each segment only what is read. Source: SAP basic types ORDERS05, INVOIC02, DELVRY03. */
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
  ],
  E1EDK01: [
    ['CURCY', 4, 3],
    ['ZTERM', 22, 17],
    ['BSART', 79, 4],
    ['BELNR', 83, 35],
  ],
  E1EDK02: [
    ['QUALF', 0, 3],
    ['BELNR', 3, 35],
    ['DATUM', 44, 8],
  ],
  E1EDK03: [
    ['IDDAT', 0, 3],
    ['DATUM', 3, 8],
  ],
  E1EDKA1: [
    ['PARVW', 0, 3],
    ['PARTN', 3, 17],
    ['LIFNR', 20, 17],
  ],
  E1EDP01: [
    ['POSEX', 0, 6],
    ['MENGE', 11, 15],
    ['MENEE', 26, 3],
    ['VPREI', 54, 15],
    ['PEINH', 69, 9],
    ['NETWR', 78, 18],
  ],
  E1EDP02: [
    ['QUALF', 0, 3],
    ['BELNR', 3, 35],
  ],
  E1EDP19: [
    ['QUALF', 0, 3],
    ['IDTNR', 3, 35],
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
  E1EDL20: [['VBELN', 0, 10]],
  E1EDL24: [
    ['POSNR', 0, 6],
    ['MATNR', 6, 18],
  ],
}
