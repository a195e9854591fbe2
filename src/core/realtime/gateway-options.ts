/** What a gateway says of itself. */
export interface GatewayOptions {
  /** As Fastify has it: `/ws/:room`. */
  readonly path: string;
  /** The group of RATE_LIMITS that frames count in, per user over all instances. */
  readonly rateGroup: string;
  /** The frame that bare text, which is no JSON object, stands for. */
  readonly plain: (text: string) => object;
  /** The type of a frame that names none. */
  readonly defaultType: string;
  /** Members of that frame that are the server's to set: what a client writes there is as if it had not been sent. */
  readonly servers: readonly string[];
}
