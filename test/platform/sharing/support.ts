import type { TestApp } from '../../support/app';
import type { Answer } from '../../support/client';
import type { Person } from '../../support/make';
import { png, upload } from '../../content/files/support';

/** A folder of somebody's. @returns its id */
export async function makeFolder({ client }: Person, name: string, parentId?: string): Promise<string> {
  const { status, body } = await client.post('/folders', { name, parent_id: parentId });
  expect(status).toBe(201);
  return body.id as string;
}

/** A picture of somebody's. @returns its id */
export async function makeFile(t: TestApp, { client }: Person, folderId?: string, name = 'a.png'): Promise<string> {
  const { status, body } = await upload(
    { client, url: t.url },
    png(200),
    name,
    folderId ? { folder_id: folderId } : {},
  );
  expect(status).toBe(201);
  return body.id as string;
}

/** Gives a right. @param to a person, or a principal as the API has it */
export function share(
  { client }: Person,
  [type, id]: readonly [string, string],
  to: Person | { readonly type: string; readonly id?: string },
  permission: string,
  rest: Record<string, unknown> = {},
): Promise<Answer> {
  const principal = 'user' in to ? { type: 'user', id: to.user.id } : to;
  return client.post('/shares', { resource_type: type, resource_id: id, principal, permission, ...rest });
}

/** The token of a link's address. */
export const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
