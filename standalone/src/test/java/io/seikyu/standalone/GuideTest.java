package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide names every code that the sources can answer with, each beside its status; and no link leads nowhere. */
class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final String GUIDE = read(ROOT.resolve("docs/guide/api.md"));
    private static final String SOURCES = String.join(
            "\n",
            Stream.of("command-side", "query-side", "shared-kernel/web")
                    .flatMap(module -> files(module + "/src/main/java", ".java").stream())
                    .map(GuideTest::read)
                    .toList());

    private static final String CODE = "\"([a-z]+(?:-[a-z]+)*)\"";
    private static final Pattern PROBLEM = Pattern.compile("new ProblemException\\(\\s*(\\d{3}),\\s*" + CODE);
    private static final Pattern OF_STATUS = Pattern.compile("case (\\d{3}) -> " + CODE);
    private static final Pattern REFUSAL =
            Pattern.compile("Refusal\\.(notFound|forbidden|conflict|invalid)\\(\\s*" + CODE);
    private static final Pattern NOT_FOUND = Pattern.compile("ProblemException\\.notFound\\(\\s*" + CODE);
    private static final Pattern WRONG_STATE = Pattern.compile("refuseUnless\\((?:[^;]*?)\\);", Pattern.DOTALL);
    private static final Pattern HYPHENATED = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern FAULT = Pattern.compile("(?:new Fault|faults\\.add)\\(([^;]*);");
    private static final Pattern CODE_OF_FAULT = Pattern.compile("[,?:]\\s*" + CODE + "\\s*[,:]");
    private static final Pattern FINDING = Pattern.compile("\"([A-Z]+(?:_[A-Z0-9]+)+)\"");
    private static final Pattern BLOCK = Pattern.compile("^```\\w*\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void everyProblemStandsBesideItsStatus() {
        Map<String, Set<String>> problems = new TreeMap<>();
        all(PROBLEM, SOURCES).forEach(found -> add(problems, found.group(1), found.group(2)));
        all(OF_STATUS, SOURCES).forEach(found -> add(problems, found.group(1), found.group(2)));
        all(REFUSAL, SOURCES).forEach(found -> add(problems, status(found.group(1)), found.group(2)));
        all(NOT_FOUND, SOURCES).forEach(found -> add(problems, "404", found.group(1) + "-not-found"));
        all(WRONG_STATE, SOURCES)
                .forEach(refusal ->
                        all(HYPHENATED, refusal.group()).forEach(found -> add(problems, "409", found.group(1))));

        assertThat(problems.keySet()).contains("400", "401", "403", "404", "409", "412", "413", "422", "429", "503");
        List<String> unnamed = new ArrayList<>();
        problems.forEach((status, codes) -> codes.stream()
                .filter(code -> !GUIDE.lines()
                        .filter(line -> line.matches("\\| [0-9, ]*" + status + "[0-9, ]* \\|.*"))
                        .anyMatch(line -> line.contains("`" + code + "`")))
                .forEach(code -> unnamed.add(status + " " + code)));
        assertThat(unnamed).as("missing in the table of errors").isEmpty();
    }

    @Test
    void everyFaultIsNamed() {
        Set<String> codes = new TreeSet<>();
        all(FAULT, SOURCES)
                .forEach(fault -> all(CODE_OF_FAULT, fault.group(1)).forEach(found -> codes.add(found.group(1))));

        assertThat(codes).contains("missing", "unknown-field", "duplicate");
        assertThat(codes).allSatisfy(code -> assertThat(GUIDE).contains("`" + code + "`"));
    }

    @Test
    void everyFindingHasItsRow() {
        Set<String> codes = new TreeSet<>();
        Stream.of("review", "creditnote")
                .flatMap(where -> files("command-side/src/main/java/io/seikyu/command/" + where, ".java").stream())
                .forEach(file -> all(FINDING, read(file)).forEach(found -> codes.add(found.group(1))));

        assertThat(codes).contains("UNIT_PRICE_MISMATCH", "ABOVE_APPROVAL_LIMIT");
        assertThat(codes).allSatisfy(code -> assertThat(GUIDE).contains("| `" + code + "` |"));
    }

    /** Each has an example, in a block of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/invoices",
                "GET /v1/corrections",
                "GET /v1/accounts/",
                "GET /v1/ageing",
                "GET /v1/payment-trends",
                "GET /v1/dunning-effectiveness",
                "GET /v1/cash-forecast",
                "GET /v1/opportunities",
                "GET /v1/agenda",
                "GET /v1/audit/streams/",
                "GET /v1/audit/events",
                "GET /v1/audit/checkpoints",
                "GET /v1/events",
                "GET /v1/projections",
                "GET /v1/dead-letters",
                "POST /v1/audit/verifications",
                "POST /v1/what-if ",
                "POST /v1/projections/",
                "POST /v1/accounts/sato/erasure",
                "GET /v1/accounts/aozora/timeline"
            })
    void everyQuestionHasAnExample(String request) {
        assertThat(all(BLOCK, GUIDE).map(block -> block.group(1)))
                .anyMatch(block -> block.lines().anyMatch(line -> line.startsWith(request)));
    }

    @Test
    void everyLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        List<Path> pages = Stream.of("README.md", "docs", "samples")
                .flatMap(place -> files(place, ".md").stream())
                .toList();
        for (Path page : pages) {
            all(LINK, read(page))
                    .map(link -> link.group(1))
                    .filter(link -> !Files.exists(page.resolveSibling(link)))
                    .forEach(link -> broken.add(page + " → " + link));
        }
        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(broken).isEmpty();
    }

    private static String status(String kind) {
        return switch (kind) {
            case "notFound" -> "404";
            case "forbidden" -> "403";
            case "conflict" -> "409";
            default -> "422";
        };
    }

    private static void add(Map<String, Set<String>> problems, String status, String code) {
        problems.computeIfAbsent(status, unseen -> new TreeSet<>()).add(code);
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static List<Path> files(String under, String ending) {
        try (Stream<Path> found = Files.walk(ROOT.resolve(under))) {
            return found.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
