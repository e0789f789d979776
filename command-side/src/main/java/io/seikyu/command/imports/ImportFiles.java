package io.seikyu.command.imports;

import io.seikyu.web.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The formats in which invoices arrive, by {@code Content-Type}. */
final class ImportFiles {
    private static final RowFile NDJSON = new NdjsonFile();
    private static final RowFile CSV = new CsvFile();
    private static final RowFile XML = new XmlFile();
    private static final RowFile ZIP =
            new ZipOfFiles(Map.of("ndjson", NDJSON, "jsonl", NDJSON, "csv", CSV, "xml", XML));

    private static final Map<String, RowFile> BY_TYPE =
            Map.of("application/x-ndjson", NDJSON, "text/csv", CSV, "application/xml", XML, "application/zip", ZIP);

    private ImportFiles() {}

    /** @throws ProblemException 415 for any other */
    static String type(@Nullable String contentType) {
        try {
            MediaType type = contentType == null ? null : MediaType.parseMediaType(contentType);
            String name = type == null ? "" : type.getType() + "/" + type.getSubtype();
            if (BY_TYPE.containsKey(name)) {
                return name;
            }
        } catch (InvalidMediaTypeException e) {
            // said below
        }
        throw new ProblemException(
                415,
                "unsupported-media-type",
                "Accepted here: "
                        + String.join(", ", BY_TYPE.keySet().stream().sorted().toList()) + ".");
    }

    static RowFile of(String type) {
        return BY_TYPE.get(type);
    }
}
