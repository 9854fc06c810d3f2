export * from './attachments.ts';
export * from './cover-codes.ts';
export * from './files.ts';
