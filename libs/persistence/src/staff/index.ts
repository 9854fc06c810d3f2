export * from './absences.ts';
