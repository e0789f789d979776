package io.seikyu.contract.dated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A small table of dated data: one row a line, columns between commas, {@code #} begins a comment. Rates, holidays and
 * the like are such data, because law changes them and code should not have to follow.
 */
public final class DatedTable {
    private DatedTable() {}

    /**
     * Reads a table that lies beside {@code owner} in its jar, in UTF-8.
     *
     * @throws IllegalStateException when it is not there
     */
    public static List<List<String>> beside(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is missing beside " + owner.getName());
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table from elsewhere; blank lines and comments are left out, cells are trimmed. */
    public static List<List<String>> read(Reader source) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        BufferedReader lines = new BufferedReader(source);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String content = line.replaceFirst("#.*", "").trim();
            if (!content.isEmpty()) {
                rows.add(cells(content));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.trim());
        }
        return cells;
    }
}
