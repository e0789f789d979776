package io.seikyu.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a heading, each column as wide as its widest cell in columns of a terminal. */
final class Table {
    private final List<String> heading;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param columns titles; a title that begins with {@code >} aligns its column to the right */
    Table(String... columns) {
        heading = List.of(columns).stream()
                .map(title -> title.replaceFirst("^>", ""))
                .toList();
        right = List.of(columns).stream().map(title -> title.startsWith(">")).toList();
    }

    void add(String... cells) {
        if (cells.length != heading.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + heading.size() + " headings");
        }
        rows.add(List.of(cells));
    }

    List<String> lines() {
        List<Integer> widths =
                IntStream.range(0, heading.size()).mapToObj(this::width).toList();
        List<String> lines = new ArrayList<>();
        lines.add(line(heading, widths));
        lines.add(widths.stream().map("-"::repeat).collect(Collectors.joining("  ")));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int width(int column) {
        return Math.max(
                DisplayWidth.of(heading.get(column)),
                rows.stream()
                        .mapToInt(row -> DisplayWidth.of(row.get(column)))
                        .max()
                        .orElse(0));
    }

    private String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> right.get(i)
                        ? DisplayWidth.paddedLeft(cells.get(i), widths.get(i))
                        : DisplayWidth.padded(cells.get(i), widths.get(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
