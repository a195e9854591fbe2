import type { Type } from '@nestjs/common';
import { ExtensionPoint } from '../../../core/module';
import type { ReportSource } from './dataset';

/** What reports are made of, by the modules that have something to report; each is a provider of theirs. */
export const REPORT_SOURCES = new ExtensionPoint<Type<ReportSource>>('reports.sources');
