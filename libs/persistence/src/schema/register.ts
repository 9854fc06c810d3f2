import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const RouteRow = defineEntity({
  name: 'RouteRow',
  tableName: 'route',
  properties: { code: p.text().primary(), name: p.text() },
});

export const CustomerRow = defineEntity({
  name: 'CustomerRow',
  tableName: 'customer',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    language: p.text(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    mailingAddress: p.text(),
  },
});
export type CustomerRow = InferEntity<typeof CustomerRow>;

export const ServiceLocationRow = defineEntity({
  name: 'ServiceLocationRow',
  tableName: 'service_location',
  properties: {
    id: p.uuid().primary(),
    address: p.text(),
    route: p.text(),
    sequence: p.integer(),
    accessNote: p.text(),
    dwelling: p.text().$type<'yes' | 'no' | 'unknown'>(),
  },
});

export const AccountRow = defineEntity({
  name: 'AccountRow',
  tableName: 'account',
  properties: {
    number: p.text().primary(),
    customer: () => p.manyToOne(CustomerRow).fieldName('customer_id'),
    location: () => p.manyToOne(ServiceLocationRow).fieldName('location_id'),
    class: p.text().$type<'residential' | 'commercial' | 'agricultural'>(),
    status: p.text().$type<'active' | 'inactive' | 'closed'>(),
    searchText: p.text(),
  },
});
export type AccountRow = InferEntity<typeof AccountRow>;

export const MeterRow = defineEntity({
  name: 'MeterRow',
  tableName: 'meter',
  properties: {
    serial: p.text().primary(),
    accountNumber: p.text(),
    size: p.text(),
    registerDigits: p.integer(),
    unit: p.text(),
    multiplier: p.decimal(),
    setOn: p.date().nullable(),
    removedOn: p.date().nullable(),
  },
});

export const MeterReadRow = defineEntity({
  name: 'MeterReadRow',
  tableName: 'meter_read',
  properties: {
    accountNumber: p.text().primary(),
    meterSerial: p.text().primary(),
    readOn: p.date().primary(),
    reading: p.decimal().nullable(),
    nonReadCode: p.text().nullable(),
    reader: p.text(),
  },
});

export const BillRow = defineEntity({
  name: 'BillRow',
  tableName: 'bill',
  properties: {
    accountNumber: p.text().primary(),
    period: p.text().primary(),
    billedOn: p.date(),
    dueOn: p.date(),
    use: p.decimal(),
    amount: p.decimal(),
  },
});

export const PaymentRow = defineEntity({
  name: 'PaymentRow',
  tableName: 'payment',
  properties: {
    reference: p.text().primary(),
    accountNumber: p.text(),
    receivedOn: p.date(),
    amount: p.decimal(),
    method: p.text(),
  },
});
