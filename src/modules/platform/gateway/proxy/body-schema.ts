import type { ErrorObject, ValidateFunction } from 'ajv';
import { makeAjv } from '../upstreams/gateway-upstreams';
import { FieldIssue, MalformedJson, UnsupportedMediaType, Validation } from '../../../../core/kernel/errors';

const MOST_ISSUES = 100;

/** Checks a JSON body by the schema of its route, so that the upstream is not bothered with what it would refuse. */
export class BodySchema {
  private readonly validate: ValidateFunction;

  constructor(schema: object) {
    this.validate = makeAjv({ fillDefaults: false }).compile(schema);
  }

  /** @throws UnsupportedMediaType, MalformedJson, Validation */
  check(body: Buffer, contentType: string | undefined): void {
    const type = (contentType ?? '').split(';', 1)[0].trim().toLowerCase();
    if (!/^application\/(?:json|[\w.+-]+\+json)$/.test(type)) throw new UnsupportedMediaType();
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    } catch {
      throw new MalformedJson();
    }
    if (this.validate(value)) return;
    throw new Validation({ errors: (this.validate.errors ?? []).slice(0, MOST_ISSUES).map(issueOf) });
  }
}

function issueOf({ instancePath, keyword, message, params }: ErrorObject): FieldIssue {
  const member = (params.missingProperty ?? params.additionalProperty) as string | undefined;
  const at = instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  const field = member === undefined ? at : [at, member].filter(Boolean).join('.');
  return { field, code: codeOf(keyword), message: message ?? 'is wrong' };
}

/** `maxLength` as `max_length`, as codes are written. */
function codeOf(keyword: string): string {
  if (keyword === 'additionalProperties') return 'unknown';
  return keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
