import { addDays, millis } from '../time/index.ts';
import { bars, holds, holdsFromDay, type ShutOffRule } from './rule.ts';

export const tenantsWereTold: ShutOffRule = {
  rule: 'B13',
  name: 'tenants-were-told',
  says: 'Tenants who are not the customer were told in time that they may become customers.',
  find: ({ tenants }, ground) => {
    if (!tenants) return holds('no tenants live here who are not the customer');
    if (!tenants.noticeAt) return bars('the tenants were not told');
    const { usual, detachedHouse } = ground.figures.tenantNoticeDays;
    const wait = tenants.detachedHouse ? detachedHouse : usual;
    const toldOn = ground.days.office.dateAt(millis(tenants.noticeAt));
    return holdsFromDay(addDays(toldOn, wait), `the tenants were told on ${toldOn}, ${wait} days after it`, ground);
  },
};
