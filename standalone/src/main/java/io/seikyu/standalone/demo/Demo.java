package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.CreditStory.Screened;
import io.seikyu.standalone.demo.Outcome.Finding;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The main job on the samples, before the eyes of whoever starts it: on data of its own beside the usual ones, so that it
 * can be run again, and over HTTP alone. The server keeps running afterwards.
 */
public final class Demo {
    private static final String SHOWN_IN_FULL = "MN26-011";

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    /**
     * @param start starts standalone with these arguments and says where it answers
     */
    public static void run(Function<String[], URI> start) {
        if (Boolean.getBoolean("seikyu.demo.ends-with-parent")) {
            endWithParent();
        }
        try {
            new Demo(japaneseOut()).tell(start);
        } catch (RuntimeException e) {
            // the server's own threads would keep the process alive, and a script would wait for it
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** A build tool that is killed does not tell the programs that it runs. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private void tell(Function<String[], URI> start) {
        long begin = System.nanoTime();
        Path data = freshDirectory();
        String adminKey = environment("SEIKYU_ADMIN_KEY").orElseGet(Demo::newKey);
        out.println("Starting Seikyu on " + data + " ...");
        URI base = start.apply(new String[] {
            "--seikyu.data-dir=" + data,
            "--seikyu.admin-key=" + adminKey,
            "--seikyu.port=" + port(),
            "--seikyu.mongodb-uri=",
            "--seikyu.sandbox=true"
        });

        Consumer<String> progress =
                line -> out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, line);
        Api api = new Api(base);
        Story story = new Story(api, adminKey, progress);
        story.run();
        List<FilesStory.Row> rows = new FilesStory(story.integration(), progress).run();
        List<BankStory.Row> transfers = new BankStory(story.admin(), progress).run();
        List<Finding> findings = new FindingsStory(story.admin(), progress).run();
        // at last: from now on the payers have limits
        List<Screened> screened = new CreditStory(story.admin(), progress).run();

        List<DunningStory.Row> reminders = new DunningStory(api, story.admin(), progress).run();

        Report report = new Report(out);
        report.invoices(story.outcomes().values());
        report.findings(story.outcomes().values());
        report.totals(story.outcomes().values(), story.keptAsCredit());
        story.outcomes().values().stream()
                .filter(outcome -> outcome.number().equals(SHOWN_IN_FULL))
                .forEach(
                        outcome -> report.audit(outcome.number(), story.auditOf(outcome.invoiceId()), story.holders()));
        report.credit(screened);
        report.files(rows);
        report.bank(transfers);
        report.more(findings);
        report.reminders(reminders);
        addresses(base, adminKey, data);
    }

    private void addresses(URI base, String adminKey, Path data) {
        out.println();
        out.println("Seikyu keeps running on " + base + " with its data in " + data + "; Ctrl-C stops it.");
        out.println("  every call, to try out    " + base + "/swagger-ui.html");
        out.println("  health                    " + base + "/actuator/health");
        out.println("It is a sandbox: its days pass when POST /v1/sandbox/clock is asked to let them.");
        out.println("The administrator's key, for requests.http and these:");
        out.println("  KEY=" + adminKey);
        out.println("  one invoice               " + curl(base + "/v1/invoices/inv-011"));
        out.println(
                "  as its payer gets it      " + curl("application/pdf", base + "/v1/invoices/inv-001", "inv-001.pdf"));
        out.println(
                "  as JP PINT, for Peppol    " + curl("application/xml", base + "/v1/invoices/inv-001", "inv-001.xml"));
        out.println("  why a payer has its grade " + curl(base + "/v1/accounts/hokuto/credit"));
        out.println("  why some are not reminded " + curl(base + "/v1/reminders?state=SUPPRESSED"));
        out.println("  what will be said next    " + curl(base + "/v1/agenda"));
        out.println("  what waits for a person   " + curl(base + "/v1/invoices?status=IN_REVIEW"));
        out.println("  money without an invoice  " + curl(base + "/v1/receipts?status=UNMATCHED"));
        out.println("  its whole story           " + curl(base + "/v1/audit/streams/minato/invoice/inv-011"));
        out.println("  every event               " + curl(base + "/v1/audit/events?limit=5"));
    }

    private static String curl(String address) {
        return "curl -H \"Authorization: Bearer $KEY\" '" + address + "'";
    }

    private static String curl(String accept, String address, String file) {
        return curl(address) + " -H 'Accept: " + accept + "' -o " + file;
    }

    /** {@code <data>/demo-<n>}, the first that does not exist. */
    private static Path freshDirectory() {
        Path data = Path.of(environment("SEIKYU_DATA_DIR").orElse("data"));
        for (int n = 1; ; n++) {
            Path directory = data.resolve("demo-" + n);
            if (!Files.exists(directory)) {
                return directory;
            }
        }
    }

    /** The configured port, or any when another program has it. */
    private static int port() {
        int wanted = Integer.parseInt(environment("SEIKYU_PORT").orElse("8080"));
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return wanted == 0 ? 0 : probe.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String newKey() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return "sk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /** UTF-8, because terminals speak it even where a bare machine's locale says ASCII; a Windows console may not. */
    private static PrintStream japaneseOut() {
        boolean windowsConsole =
                System.console() != null && System.getProperty("os.name").startsWith("Windows");
        return new PrintStream(
                new FileOutputStream(FileDescriptor.out),
                true,
                windowsConsole ? System.console().charset() : StandardCharsets.UTF_8);
    }
}
