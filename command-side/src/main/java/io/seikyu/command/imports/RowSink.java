package io.seikyu.command.imports;

import io.seikyu.contract.job.RowFault;

/** Takes the rows of a file, in order. */
interface RowSink {
    /**
     * @param source where it stands in the file, e.g. {@code line 7}
     * @param format one of {@link ImportFormat}'s
     */
    void row(String source, ImportFormat format, String text);

    /** A row that cannot be kept as it is. */
    void broken(String source, RowFault fault);
}
