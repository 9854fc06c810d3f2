export { type LookedAt, NotAScan, openScan, type Scan } from './scan.ts';
