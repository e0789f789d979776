package io.seikyu.command.imports;

import io.seikyu.contract.job.RowFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** One JP PINT invoice. It is kept byte by byte, since the document itself says in which charset it is. */
final class XmlFile implements RowFile {
    /** With what is added on the way into the log, it stays well below what a commit holds. */
    static final int LARGEST = 3 << 20;

    @Override
    public void read(Upload file, RowSink sink) throws IOException {
        if (file.size() > LARGEST) {
            sink.broken("", new RowFault("", "too-long", "an invoice may have at most " + LARGEST + " bytes"));
            return;
        }
        try (InputStream in = file.open()) {
            sink.row("", ImportFormat.UBL, Base64.getEncoder().encodeToString(in.readAllBytes()));
        }
    }
}
