import type { LetterFacts } from './facts.ts';

export const district = {
  name: 'Headgate Water District',
  phone: '(559) 555-0100',
  email: 'office@headgate.example',
  address: '100 Canal Road\nHeadgate, CA 93600',
};

export function factsWith(data: LetterFacts['data'] = {}, others: Partial<LetterFacts> = {}): LetterFacts {
  return {
    case: {
      number: 'HG-2027-000123',
      type: 'high-consumption',
      title: 'High consumption',
      subject: 'My bill is too high',
      openedAt: '2027-03-02T18:00:00.000Z',
    },
    to: { name: 'Ana Ruiz' },
    account: { number: '100001', name: 'Ana Ruiz', serviceAddress: '12 Canal Rd, Headgate, CA 93600' },
    data,
    district,
    deskUrl: 'http://127.0.0.1:3000/cases/HG-2027-000123',
    writtenAt: '2027-03-10T18:00:00.000Z',
    channel: 'email',
    ...others,
  };
}

/** Data that suits every letter. */
export const fullData = {
  outcome: 'misread',
  subject: 'About your bill',
  body: 'First line\nsecond line',
  levels: [{ metric: 'resolve', level: 'due', dueAt: '2027-03-10T18:00:00.000Z' }],
  waitsFor: 'reread (operations)',
  amount: '-104.20',
  correctUse: '12',
  payBy: '2027-05-01',
  dueOn: '2027-03-01',
  shutOffOn: '2027-05-10',
  fee: '50.00',
  feeAfterHours: '150.00',
  instalments: [{ on: '2027-05-01', amount: '40.00' }],
  until: '2027-05-15',
  upheld: false,
  certifiedAt: '2027-05-10T18:00:00.000Z',
  approvedBy: ['Rosa Delgado', 'Sam Okafor'],
  conditions: ['a backflow test'],
  parcels: ['014-220-031'],
  forms: ['7-2180'],
  formYear: 2027,
  reasons: ['the applicant owes 12.00'],
  missing: ['the signature of the spouse'],
  acres: '40.5',
  rate: '120.00',
  excessAcres: '12.25',
  lines: [{ item: 'Meter', quantity: '1', unitCost: '300.00', amount: '300.00' }],
  overhead: '30.00',
  capacityFee: '2500.00',
  credits: '100.00',
  total: '2730.00',
  validUntil: '2027-09-01',
  on: '2027-05-03',
  firstReading: '0',
} as const;

/** What a certificate of compliance lists in place of conditions still to be met. */
export const certified = {
  ...fullData,
  conditions: [
    { rule: 'F1', condition: 'sixty full days', fact: 'due on 2027-03-01', metSince: '2027-05-01T07:00:00.000Z' },
  ],
} as const;

export const dataFor = (letter: string) => (letter === 'delinquency/shut-off-certificate' ? certified : fullData);
