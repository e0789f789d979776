package io.seikyu.command.imports;

import io.seikyu.web.body.RecordBodyConverter;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a record that does not end: a quotation mark that is never closed would take in the whole file. */
final class BoundedRecords extends FilterReader {
    private static final int MOST = RecordBodyConverter.LARGEST_BODY;

    private long sinceRecord;

    BoundedRecords(Reader in) {
        super(in);
    }

    void nextRecord() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        sinceRecord += read;
        // what is read ahead belongs to records to come
        if (sinceRecord > MOST + (1 << 16)) {
            throw new IOException("a record of more than " + MOST + " characters");
        }
    }
}
