/** The day from which a window to object is counted. */
export const WINDOW_ANCHORS = ['payment', 'invoice', 'invoiceDue'] as const
