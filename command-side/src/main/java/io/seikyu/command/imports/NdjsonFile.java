package io.seikyu.command.imports;

import io.seikyu.contract.job.RowFault;
import io.seikyu.web.body.RecordBodyConverter;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One JSON document in each line. A line that is broken is a broken row; blank ones are passed over. */
final class NdjsonFile implements RowFile {
    private static final int LONGEST = RecordBodyConverter.LARGEST_BODY;

    @Override
    public void read(Upload content, RowSink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(content.open(), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            boolean tooLong = false;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    end(line, tooLong, number++, sink);
                    tooLong = false;
                } else if (line.size() < LONGEST) {
                    line.write(next);
                } else {
                    tooLong = true;
                }
            }
            end(line, tooLong, number, sink);
        }
    }

    private static void end(ByteArrayOutputStream line, boolean tooLong, int number, RowSink sink) {
        String source = "line " + number;
        if (tooLong) {
            sink.broken(source, new RowFault("", "too-long", "a row may have at most " + LONGEST + " bytes"));
        } else {
            text(line.toByteArray(), source, sink);
        }
        line.reset();
    }

    private static void text(byte[] bytes, String source, RowSink sink) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String row = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
            if (!row.isEmpty()) {
                sink.row(source, ImportFormat.JSON, row);
            }
        } catch (CharacterCodingException e) {
            sink.broken(source, new RowFault("", "not-utf-8", "the row is not UTF-8"));
        }
    }
}
