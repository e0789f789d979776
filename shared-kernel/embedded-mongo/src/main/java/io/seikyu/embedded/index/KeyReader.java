package io.seikyu.embedded.index;

/** Finds where values begin and end in what a {@link KeyEncoder} wrote. */
final class KeyReader {
    private final byte[] bytes;
    private final int mask;
    private int at;

    private KeyReader(byte[] bytes, int start, boolean ascending) {
        this.bytes = bytes;
        this.at = start;
        this.mask = ascending ? 0 : 0xFF;
    }

    /** Where the value that begins at {@code start} ends. */
    static int end(byte[] bytes, int start, boolean ascending) {
        KeyReader reader = new KeyReader(bytes, start, ascending);
        reader.skip();
        return reader.at;
    }

    /** The string that begins there; null when it is no string. */
    static String string(byte[] bytes, int start, boolean ascending) {
        KeyReader reader = new KeyReader(bytes, start, ascending);
        return reader.next() == KeyEncoder.STRING ? reader.text() : null;
    }

    static boolean isNull(byte[] bytes, int start, boolean ascending) {
        return new KeyReader(bytes, start, ascending).next() == KeyEncoder.NULL;
    }

    private int next() {
        return (bytes[at++] ^ mask) & 0xFF;
    }

    private void skip() {
        skip(next());
    }

    private void skip(int kind) {
        switch (kind) {
            case KeyEncoder.MIN_KEY, KeyEncoder.EMPTY, KeyEncoder.NULL, KeyEncoder.MAX_KEY -> {}
            case KeyEncoder.NUMBER -> at += Long.BYTES + Short.BYTES;
            case KeyEncoder.STRING, KeyEncoder.OTHER -> skipText();
            case KeyEncoder.BOOLEAN -> at++;
            case KeyEncoder.DATE, KeyEncoder.TIMESTAMP -> at += Long.BYTES;
            case KeyEncoder.UUID_VALUE, KeyEncoder.LEGACY_UUID -> at += 2 * Long.BYTES;
            case KeyEncoder.OBJECT_ID -> at += 12;
            case KeyEncoder.BINARY -> skipBinary();
            case KeyEncoder.ARRAY -> skipArray();
            case KeyEncoder.DOCUMENT -> skipDocument();
            default -> throw new IllegalStateException("an entry of an index that cannot be read");
        }
    }

    private void skipText() {
        while (next() != KeyEncoder.END) {}
    }

    private void skipBinary() {
        long length = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            length = length << 8 | next();
        }
        at += (int) length;
    }

    private void skipArray() {
        for (int kind = next(); kind != KeyEncoder.END; kind = next()) {
            skip(kind);
        }
    }

    private void skipDocument() {
        while (next() != KeyEncoder.END) {
            skipText();
            skip();
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int first = next(); first != KeyEncoder.END; first = next()) {
            if (first == 1) {
                text.append((char) (next() - 1));
            } else if (first < 0x80) {
                text.append((char) first);
            } else if (first < 0xE0) {
                text.append((char) ((first & 0x1F) << 6 | next() & 0x3F));
            } else {
                text.append((char) ((first & 0x0F) << 12 | (next() & 0x3F) << 6 | next() & 0x3F));
            }
        }
        return text.toString();
    }
}
