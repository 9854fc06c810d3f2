export * from './database.ts';
export * from './scripted-mail-server.ts';
