import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNullableType,
  GraphQLInputType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import { ChatClient } from '../communication/chat/support';
import type { AccessEntry } from '../../src/core/web/access';
import { newId } from '../../src/core/kernel/runtime';
import type { TestApp } from './app';
import type { Answer, Client } from './client';

/** Calls an entry of the access list with the least input that reaches its guard: a route, a query, a mutation or a frame. */
export function callEntry(t: TestApp, client: Client, { call }: AccessEntry): Promise<Answer> {
  const [kind, name] = call.split(' ');
  if (kind === 'socket') return callSocket(t, client, name);
  return name.startsWith('/') ? callRoute(client, kind, name) : callField(t, client, kind, name);
}

/** The code an answer refuses with, whichever transport it came by; undefined for none. */
export function refusalOf({ body }: Answer): string | undefined {
  return body?.code ?? body?.errors?.[0]?.extensions?.code;
}

/** Opens a socket, or sends a frame of this type by one; the answer has the code that refused it, if any did. */
async function callSocket(t: TestApp, client: Client, name: string): Promise<Answer> {
  const [address, type] = name.split('#');
  const path = address.replace(/\{\w+\}/, 'general');
  const socket = await ChatClient.open(t.url, 'general', null, { headers: client.given, path });
  if (type !== undefined) socket.send({ type });
  await socket.settled();
  const code = socket.closed?.reason ?? (socket.errors[0]?.code as string | undefined);
  await socket.close();
  return { status: code === undefined ? 200 : 400, headers: new Headers(), body: { code }, text: '' };
}

function callRoute(client: Client, verb: string, path: string): Promise<Answer> {
  const method = verb === 'ALL' ? 'GET' : verb;
  const body = method === 'GET' || method === 'HEAD' ? undefined : {};
  return client.call(method, `/${path.replace(/\{\w+\}/g, newId())}`, { body });
}

function callField(t: TestApp, client: Client, kind: string, name: string): Promise<Answer> {
  const { schema } = t.app.get(GraphQLSchemaHost);
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const field = type?.getFields()[name];
  if (!field) throw new Error(`No such field: ${kind} ${name}`);
  const needed = field.args.filter((one) => String(one.type).endsWith('!'));
  const declared = needed.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
  const passed = needed.map((one) => `${one.name}: $${one.name}`).join(', ');
  const isLeaf = /^\[?(Boolean|String|ID|Int|Float|JSON|Decimal|DateTime)\b/.test(String(field.type));
  return client.graphql(
    `${kind} ${declared && `(${declared})`} { ${name} ${passed && `(${passed})`} ${isLeaf ? '' : '{ __typename }'} }`,
    Object.fromEntries(needed.map((one) => [one.name, sampleOf(one.type)])),
  );
}

const LEAVES: Record<string, () => unknown> = {
  ID: newId,
  Int: () => 1,
  Boolean: () => true,
  Decimal: () => '1.00',
  DateTime: () => '2026-01-31T12:00:00.000Z',
};

/** Something GraphQL itself lets through as this type. */
function sampleOf(type: GraphQLInputType): unknown {
  const inner: GraphQLInputType = getNullableType(type);
  if (isListType(inner)) return [sampleOf(inner.ofType)];
  if (isInputObjectType(inner)) {
    const needed = Object.values(inner.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
  }
  return isLeafType(inner) ? (LEAVES[inner.name]?.() ?? 'x') : null;
}
