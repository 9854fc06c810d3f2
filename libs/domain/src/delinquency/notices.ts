/** What a notice of collection must tell, each item once, in the words of the office. */
export const noticeItems = {
  nameAndAddress: 'name and address of the customer',
  amount: 'the amount of the delinquency',
  payBy: 'the date by which to pay or arrange',
  howToExtend: 'how to apply for an extension of time',
  howToAppeal: 'how to petition for review and appeal',
  howToArrange: 'how to ask for a deferred, reduced or alternative schedule, amortization included',
  imminent: 'that discontinuation is imminent',
  policy: 'the written policy',
  telephone: 'the telephone number to discuss options',
  becomeCustomer: 'that occupants may become customers without paying the arrears',
  cureConditions: 'the conditions that cure the broken arrangement',
  reason: 'the reason of the shut-off',
  namedPerson: 'a named person able to correct a mistake',
  hearing: 'that a hearing is held on request',
  howToRestore: 'how service is restored',
} as const;
export type NoticeItem = keyof typeof noticeItems;

interface NoticeContent {
  readonly rule: string;
  readonly items: readonly NoticeItem[];
}

/** What each notice must tell, by its rule. */
export const noticeContents = {
  'written-notice': {
    rule: 'B7',
    items: ['nameAndAddress', 'amount', 'payBy', 'howToExtend', 'howToAppeal', 'howToArrange'],
  },
  'occupant-notice': {
    rule: 'B7',
    items: ['nameAndAddress', 'amount', 'payBy', 'howToExtend', 'howToAppeal', 'howToArrange'],
  },
  'visit-notice': { rule: 'B8', items: ['imminent', 'policy'] },
  'tenant-notice': { rule: 'B13', items: ['payBy', 'becomeCustomer', 'telephone'] },
  'ten-day-notice': {
    rule: 'B18',
    items: ['nameAndAddress', 'amount', 'payBy', 'howToExtend', 'howToAppeal', 'howToArrange', 'telephone'],
  },
  'cure-notice': { rule: 'F9', items: ['amount', 'cureConditions', 'payBy', 'telephone'] },
  'final-notice': { rule: 'B11', items: ['imminent', 'amount', 'telephone'] },
  'door-notice': { rule: 'B18', items: ['imminent', 'amount', 'telephone'] },
  'irrigation-notice': { rule: 'F12', items: ['reason', 'amount', 'payBy', 'namedPerson', 'hearing'] },
  'shut-off-notice': { rule: 'B12', items: ['howToRestore', 'telephone'] },
} as const satisfies Readonly<Record<string, NoticeContent>>;
export type NoticeKind = keyof typeof noticeContents;

/** The items that a notice should tell and does not, as sentences. */
export function missingItems(kind: NoticeKind, told: readonly NoticeItem[]): readonly string[] {
  const required: readonly NoticeItem[] = noticeContents[kind].items;
  return required.filter((item) => !told.includes(item)).map((item) => noticeItems[item]);
}
