declare module 'html-encoding-sniffer' {
  /** The encoding of a document by the HTML standard's rules, as a canonical name; null where `defaultEncoding` is null. */
  // biome-ignore lint/style/noDefaultExport: it is what the package exports
  export default function sniff(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string; xml?: boolean },
  ): string | null;
}
