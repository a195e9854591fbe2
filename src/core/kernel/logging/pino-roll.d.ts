declare module 'pino-roll' {
  /** Opens a rolling file as a stream (pino-roll has no types of its own). */
  export default function build(options: {
    file: string;
    extension?: string;
    size?: string;
    limit?: { count: number };
    minLength?: number;
    sync?: boolean;
  }): Promise<NodeJS.WritableStream>;
}
