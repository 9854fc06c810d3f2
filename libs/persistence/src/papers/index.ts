export * from './attachments.ts';
export * from './files.ts';
