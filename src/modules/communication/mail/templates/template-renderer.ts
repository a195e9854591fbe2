import { Injectable } from '@nestjs/common';
import { TemplateData, TemplateInvalid } from '../mail.errors';
import type { RenderedTemplate, TemplateSource } from './render';
import { RenderProcesses } from './render-processes';

/** Renders templates that people have written. */
@Injectable()
export class TemplateRenderer {
  constructor(private readonly processes: RenderProcesses) {}

  /** @throws TemplateData naming what is missing, or how it goes beyond a limit; Unavailable */
  async render(source: TemplateSource, data: object): Promise<RenderedTemplate> {
    const reply = await this.processes.run({ source: plain(source), data, isLenient: false });
    if ('rendered' in reply) return reply.rendered;
    throw new TemplateData({ reason: reply.fault, message: reply.detail, missing: [...reply.missing] });
  }

  /** With gaps where something is missing. @throws TemplateInvalid, Unavailable */
  async preview(source: TemplateSource, data: object): Promise<RenderedTemplate> {
    const reply = await this.processes.run({ source: plain(source), data, isLenient: true });
    if ('rendered' in reply) return reply.rendered;
    throw new TemplateInvalid({ reason: reply.fault, message: reply.detail });
  }
}

const plain = ({ subject, html, text }: TemplateSource): TemplateSource => ({ subject, html, text });
