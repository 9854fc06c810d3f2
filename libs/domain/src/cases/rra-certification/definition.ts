export { type RraDetails, rraIntake } from './intake.ts';
