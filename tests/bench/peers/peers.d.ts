/** What the bench uses of its peers; they are installed apart (`npm ci --prefix tests/bench/peers`), so that no other check needs them. */

declare module 'pouchdb' {
  type Replicated = { readonly docs_written: number; readonly doc_write_failures: number }
  type Options = { readonly batch_size: number; readonly batches_limit: number }
  export default class PouchDB {
    constructor(name: string)
    static defaults(options: { readonly prefix: string }): typeof PouchDB
    bulkDocs(docs: readonly object[]): Promise<unknown>
    info(): Promise<{ readonly doc_count: number }>
    close(): Promise<void>
    readonly replicate: {
      readonly to: (url: string, options: Options) => Promise<Replicated>
      readonly from: (url: string, options: Options) => Promise<Replicated>
    }
  }
}

declare module 'express' {
  type Application = {
    readonly use: (handler: unknown) => void
    readonly listen: (port: number, host: string, done: () => void) => { readonly address: () => { readonly port: number } | string | null }
  }
  export default function express(): Application
}

declare module 'express-pouchdb' {
  export default function expressPouchDb(pouch: unknown, options: object): unknown
}

declare module '@actual-app/crdt' {
  export type TrieNode = { readonly hash?: number }
  export class Timestamp {
    constructor(millis: number, counter: number, node: string)
    toString(): string
    static init(options: { readonly maxDrift?: number; readonly node?: string }): void
    static parse(text: string): Timestamp | null
    static send(): Timestamp | null
  }
  export const merkle: {
    readonly emptyTrie: () => TrieNode
    readonly insert: (trie: TrieNode, timestamp: Timestamp) => TrieNode
    readonly prune: (trie: TrieNode) => TrieNode
    readonly diff: (a: TrieNode, b: TrieNode) => number | null
  }
  export function setClock(clock: unknown): void
  export function makeClock(timestamp: Timestamp, trie?: TrieNode): unknown
  export function makeClientId(): string
  export type Message = { readonly dataset: string; readonly row: string; readonly column: string; readonly value: string }
  export type MessageEnvelope = { readonly timestamp: string; readonly isEncrypted: boolean; readonly content: Uint8Array }
  export type SyncRequest = {
    readonly messages: readonly MessageEnvelope[]
    readonly fileId: string
    readonly groupId: string
    readonly since: string
  }
  export type SyncResponse = { readonly messages: readonly MessageEnvelope[]; readonly merkle: string }
  export type Schema<Value> = { readonly typeName: string; readonly of?: Value }
  export const MessageSchema: Schema<Message>
  export const MessageEnvelopeSchema: Schema<MessageEnvelope>
  export const SyncRequestSchema: Schema<SyncRequest>
  export const SyncResponseSchema: Schema<SyncResponse>
  export function create<Value>(schema: Schema<Value>, value: Partial<Value>): Value
  export function toBinary<Value>(schema: Schema<Value>, value: Value): Uint8Array
  export function fromBinary<Value>(schema: Schema<Value>, bytes: Uint8Array): Value
}
