import { type DynamicModule, type FactoryProvider, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import type { ApiClient, ClientOptions } from './api-client';
import { AuthClient } from './auth-client';
import { DocumentsClient } from './documents-client';
import { MailClient } from './mail-client';
import { NotificationsClient } from './notifications-client';
import { StorageClient } from './storage-client';

const OPTIONS = Symbol('ClientOptions');
const CLIENTS: readonly Type<ApiClient>[] = [
  AuthClient,
  StorageClient,
  MailClient,
  DocumentsClient,
  NotificationsClient,
];

/** The options as a factory gives them, of what Nest injects into it. */
export interface AsyncClientOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly inject?: FactoryProvider['inject'];
  readonly useFactory: (...injected: never[]) => ClientOptions | Promise<ClientOptions>;
}

/**
 * The clients as providers of Nest, to be injected by their classes.
 * @example
 * imports: [FastApiClientModule.forRoot({ baseUrl: 'http://localhost:8000', serviceAuthToken: process.env.SERVICE_AUTH_TOKEN })]
 */
@Module({})
export class FastApiClientModule {
  static forRoot(options: ClientOptions): DynamicModule {
    return this.forRootAsync({ useFactory: () => options });
  }

  static forRootAsync({ imports, inject = [], useFactory }: AsyncClientOptions): DynamicModule {
    const clients = CLIENTS.map((Client) => ({
      provide: Client,
      inject: [OPTIONS],
      useFactory: (options: ClientOptions) => new Client(options),
    }));
    return {
      module: FastApiClientModule,
      imports,
      providers: [{ provide: OPTIONS, inject, useFactory }, ...clients],
      exports: [...CLIENTS],
    };
  }
}
