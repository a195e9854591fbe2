import { Inject, Injectable } from '@nestjs/common';
import { Config, CONFIG } from '../../kernel/config';

/** What PUBLIC_URL has before every path; empty at the root of a host. */
export function basePathOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/+$/, '');
}

/** The whole address of a path of ours, for what is made without a request. @param path from the root, as we serve it */
export function publicUrlOf(publicUrl: string, path: `/${string}`): string {
  return new URL(publicUrl).origin + basePathOf(publicUrl) + path;
}

/** Addresses of our own as clients use them: below the path of PUBLIC_URL, which a proxy takes off before we see it. */
@Injectable()
export class PublicAddress {
  /** What comes before every path; empty at the root of a host. */
  readonly base: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.base = basePathOf(config.publicUrl);
  }

  /** The whole address: for links that leave us, as in mails. @param path from the root, as we serve it */
  urlOf(path: `/${string}`): string {
    return publicUrlOf(this.config.publicUrl, path);
  }

  /** The path at whatever host was asked: for `Location` and links within an answer. @param path from the root, as we serve it */
  pathOf(path: `/${string}`): string {
    return this.base + path;
  }
}
