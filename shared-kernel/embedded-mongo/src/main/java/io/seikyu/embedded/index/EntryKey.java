package io.seikyu.embedded.index;

/**
 * An entry of an index.
 *
 * @param bytes    the indexed values
 * @param position where the document is; null, which comes first, when a place among entries is looked for
 */
record EntryKey(byte[] bytes, Object position) {
    /** Before all entries whose bytes are these or begin with them. */
    static EntryKey before(byte[] bytes) {
        return new EntryKey(bytes, null);
    }
}
