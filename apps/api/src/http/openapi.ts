import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { sharedSchemas } from './described.ts';

/** The description of the API, made from the routes and the schemas by which requests are checked. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Headgate')
    .setDescription('Cases of a water district’s customer office. Errors are RFC 9457 problem documents.')
    .setVersion('1')
    .setLicense('AGPL-3.0-only', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addCookieAuth('headgate_session', { type: 'apiKey', in: 'cookie' }, 'cookie')
    .build();
  const document = SwaggerModule.createDocument(app, config, { standardSchemaConverter: converted });
  const shared = Object.values(sharedSchemas).map(
    (schema) => jsonSchema(schema, 'output').definitions as Record<string, never>,
  );
  document.components = {
    ...document.components,
    schemas: Object.assign({ ...document.components?.schemas }, ...shared),
  };
  return document;
}

export function serveDocument(app: NestFastifyApplication): void {
  let document: OpenAPIObject | null = null;
  const described = () => (document ??= describeApi(app));
  SwaggerModule.setup('api/docs', app, described, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

function converted(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  const { definitions = {}, ...rest } = jsonSchema(schema as z.ZodType, schemaType);
  return { schema: rest, components: definitions as Record<string, never> };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    io,
    target: 'openapi-3.0',
    unrepresentable: 'any',
  }) as Record<string, unknown>;
  return made;
}
