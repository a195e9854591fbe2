import { Controller, Get, Param } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { defineError } from '../kernel/errors';
import { areWell, HealthChecks, PartHealth } from '../kernel/health';
import { Public } from '../web/access';
import { ERRORS_EXTENSION, Summary } from '../web/dto';
import { RouteOptions } from '../web/http';
import { ModuleRegistry } from './module-registry';

type Parts = Readonly<Record<string, PartHealth>>;

export const ModuleNotFound = defineError('module_not_found', 404, 'There is no such module.');
export const ModuleUnhealthy = defineError<{ module: string; parts: Parts; retryAfterS: number }>(
  'module_unhealthy',
  503,
  ({ module }) => `A part of ${module} does not work at present.`,
);

const PART = {
  type: 'object',
  properties: {
    status: { type: 'string', enum: ['healthy', 'unhealthy'] },
    response_time: { type: 'number', description: 'How long the last probe took, milliseconds.' },
    age: { type: 'number', description: 'How long ago the last probe ended, milliseconds.' },
    note: { type: 'string', description: 'What is to be known of it whatever a probe finds.', example: 'unverified' },
  },
};
const SCHEMA = {
  type: 'object',
  required: ['status', 'module', 'parts'],
  properties: {
    status: { type: 'string', enum: ['healthy'] },
    module: { type: 'string' },
    parts: { type: 'object', additionalProperties: PART },
  },
};

@ApiTags('system')
@Controller()
export class ModuleHealthController {
  constructor(
    private readonly modules: ModuleRegistry,
    private readonly health: HealthChecks,
  ) {}

  /** @throws ModuleNotFound, ModuleUnhealthy with the state of each part */
  @Get('health/:module')
  @Public()
  @Summary('How one module does: its own parts, and those without which nothing works.')
  @RouteOptions({ unlimited: true })
  @ApiOkResponse({ description: 'Every part of it is healthy.', schema: SCHEMA })
  @ApiExtension(ERRORS_EXTENSION, [ModuleNotFound.code, ModuleUnhealthy.code])
  async of(@Param('module') name: string): Promise<{ status: 'healthy'; module: string; parts: Parts }> {
    const manifest = this.modules.manifests.find((one) => one.name === name);
    if (!manifest) throw new ModuleNotFound();
    const parts = await this.health.partsOf(Object.keys(manifest.health ?? {}));
    if (!areWell(parts)) throw new ModuleUnhealthy({ module: name, parts, retryAfterS: 1 });
    return { status: 'healthy', module: name, parts };
  }
}
