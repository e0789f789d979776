package io.seikyu.command.imports;

import java.io.IOException;

/** How a file of one format falls apart into rows. */
interface RowFile {
    /** @throws io.seikyu.web.problem.ProblemException when the file as a whole is none of that format */
    void read(Upload content, RowSink sink) throws IOException;
}
