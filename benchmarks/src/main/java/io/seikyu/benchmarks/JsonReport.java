package io.seikyu.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures as JSON: the value of every round beside the median, and the reason where there is none. */
final class JsonReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    static String of(Options options, Plan plan, Board board, Map<String, String> machine) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("machine", machine);
        page.put(
                "run",
                Map.of(
                        "sizes",
                        options.sizes(),
                        "streams",
                        List.of(options.shortOne(), options.longOne()),
                        "rounds",
                        options.rounds(),
                        "seconds",
                        options.turn().toMillis() / 1000.0,
                        "limitSeconds",
                        options.limit().toMillis() / 1000.0));
        Map<String, Object> contenders = new LinkedHashMap<>();
        for (Contender contender : options.only()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("title", contender.title());
            one.put("durability", contender.durability());
            one.put("settings", board.facts(contender));
            Map<String, Object> rows = new LinkedHashMap<>();
            plan.all().forEach(row -> rows.put(row.id(), row(board, contender, row)));
            one.put("rows", rows);
            contenders.put(contender.id(), one);
        }
        page.put("contenders", contenders);
        page.put("rocksdbToPostgresql", ratios(plan, board));
        page.put(
                "targets",
                Target.of(plan, board).stream()
                        .map(t -> Map.of("target", t.text(), "verdict", t.verdict(), "figures", t.figures()))
                        .toList());
        return JSON.writeValueAsString(page);
    }

    private static Map<String, Object> row(Board board, Contender contender, Row row) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("unit", row.unit());
        board.median(contender, row).ifPresent(median -> one.put("median", median));
        one.put("rounds", board.values(contender, row));
        board.remark(contender, row).ifPresent(remark -> one.put("remark", remark));
        return one;
    }

    private static Map<String, Double> ratios(Plan plan, Board board) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Row row : plan.all()) {
            OptionalDouble ours = board.median(Contender.ROCKSDB, row);
            OptionalDouble theirs = board.median(Contender.POSTGRESQL, row);
            if (ours.isPresent() && theirs.isPresent()) {
                ratios.put(row.id(), ours.getAsDouble() / theirs.getAsDouble());
            }
        }
        return ratios;
    }
}
