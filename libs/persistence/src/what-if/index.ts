export * from './what-if-job.ts';
