export * from './attachments.ts';
export * from './cover-codes.ts';
export * from './files.ts';
export * from './scan-job.ts';
export * from './scan-parts.ts';
export * from './scans.ts';
