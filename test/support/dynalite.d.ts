declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** An HTTP server that speaks DynamoDB; without a path its data lives in memory. */
  export default function dynalite(options?: {
    readonly path?: string;
    /** Milliseconds that a new table stays in the making. */
    readonly createTableMs?: number;
  }): Server;
}
