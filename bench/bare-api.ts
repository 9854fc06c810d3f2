import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query(
  'create table if not exists bare (id bigint generated always as identity primary key, body jsonb not null)',
);

/** The limit: a Nest endpoint on Fastify with one INSERT. Decorated by hand, since Node runs this file as it stands. */
class BareController {
  async insert(body: unknown): Promise<{ id: string }> {
    const { rows } = await pool.query('insert into bare (body) values ($1) returning id', [JSON.stringify(body)]);
    return rows[0];
  }
}
Controller('bare')(BareController);
Post()(
  BareController.prototype,
  'insert',
  Object.getOwnPropertyDescriptor(BareController.prototype, 'insert') as PropertyDescriptor,
);
Body()(BareController.prototype, 'insert', 0);

class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.send?.('ready');
