/** What the words on installing and on keeping data depend on; nothing else does. */
export interface BrowserFamily {
  /** iPhone or iPad, whose browsers are all Safari underneath. */
  isIos: boolean;
  /** Erases the data of sites not opened for seven days: Safari, and everything on iOS. */
  mayEraseUnused: boolean;
}

/** iPads call themselves Macs; only their touch points tell them apart. */
export function browserFamily(userAgent: string, maxTouchPoints: number): BrowserFamily {
  const isIos = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  const isSafari = /Safari\//.test(userAgent) && !/Chrom(e|ium)\/|Edg\/|OPR\/|Android/.test(userAgent);
  return { isIos, mayEraseUnused: isIos || isSafari };
}
