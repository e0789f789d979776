package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.CommandServer.Reply;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.PaidPart;
import io.seikyu.command.receipt.Receipt;
import io.seikyu.command.receipt.ReceiptState;
import io.seikyu.command.receipt.Share;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.invoice.ChargePart;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;

/** Money is conserved, whatever people do to it and however many do it at once. */
class MoneyConservedIT {
    private static final int STEPS = 40;
    private static final int WRITERS = 32;

    @TempDir
    static Path data;

    static CommandServer server;
    static String operator;
    static String reviewer;
    static String people;

    @BeforeAll
    static void aClientCompanyThatIssuesAtOnce() {
        server = CommandServer.start(data);
        server.post(CommandServer.ADMIN, "/v1/clients", Bodies.client("acme", true))
                .expect(201);
        operator = server.key("{\"roles\": [\"OPERATOR\"], \"grants\": [\"acme\"]}");
        reviewer = server.key("{\"roles\": [\"REVIEWER\"], \"grants\": [\"acme\"]}");
        people = server.key("{\"roles\": [\"CLIENT\"], \"clientId\": \"acme\"}");
        server.post(operator, "/v1/accounts", Bodies.account("acme", "a1")).expect(201);
        server.post(operator, "/v1/contracts", Bodies.contract("acme", "c1", "a1"))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void afterAnyHistoryEveryYenIsInOnePlace(int seed) {
        Deeds deeds = new Deeds("h" + seed, 3, 5);
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            deeds.doSomething(random);
            deeds.assertConserved();
        }
        assertThat(deeds.credited()).as("credit notes were among it").isPositive();
    }

    @Test
    void underManyWritersOnTheSameInvoicesEveryYenIsInOnePlace() throws Exception {
        Deeds deeds = new Deeds("w", 4, 8);

        Parallel.times(WRITERS, writer -> {
            Random random = new Random(1_000 + writer);
            for (int step = 0; step < 8; step++) {
                deeds.doSomething(random);
            }
            return writer;
        });

        deeds.assertConserved();
    }

    @Test
    void theSameMoneyIsNeverSetOffAndAllocatedAsWell() throws Exception {
        submit("open", "OPEN").expect(201);
        for (int round = 0; round < 6; round++) {
            String receipt = "dep" + round;
            String prepaid = "pre" + round;
            server.post(operator, "/v1/receipts", money(receipt, "60790", null, "a1"))
                    .expect(201);
            List<Reply> replies = Parallel.times(
                    4,
                    i -> i == 0
                            ? server.post(
                                    operator,
                                    "/v1/invoices",
                                    Bodies.invoice("acme", prepaid, "PRE-" + prepaid)
                                            .set(
                                                    "prepaidRefs",
                                                    tools.jackson.databind.json.JsonMapper.shared()
                                                            .readTree("[{\"receiptId\": \"" + receipt
                                                                    + "\", \"amount\": \"60790\"}]"))
                                            .toString())
                            : act("receipts/" + receipt + "/allocations", item("open", "500")));

            assertThat(replies).allMatch(reply -> reply.status() < 500);
            ReceiptState state = receipt(receipt);
            assertThat(state.allocated()).isLessThanOrEqualTo(state.amount());
            if (state.setOff().signum() > 0) {
                assertThat(invoice(prepaid).settlement().prepaid()).hasSize(1);
                assertThat(state.shares()).isEmpty();
            }
        }
    }

    /** Things that people do to some receipts and invoices, not all of which are allowed. */
    private static final class Deeds {
        private final List<String> invoices;
        private final List<String> receipts;
        private final List<String> notes = new CopyOnWriteArrayList<>();

        Deeds(String name, int howManyInvoices, int howManyReceipts) {
            invoices = IntStream.range(0, howManyInvoices)
                    .mapToObj(i -> name + "-i" + i)
                    .toList();
            receipts = IntStream.range(0, howManyReceipts)
                    .mapToObj(i -> name + "-r" + i)
                    .toList();
            invoices.forEach(id -> submit(id, id.toUpperCase()).expect(201));
            for (int i = 0; i < receipts.size(); i++) {
                server.post(
                                operator,
                                "/v1/receipts",
                                money(receipts.get(i), String.valueOf(9_000 + 17_001 * i), null, null))
                        .expect(201);
            }
        }

        void doSomething(Random random) {
            List<String> all = allReceipts();
            String receipt = "receipts/" + all.get(random.nextInt(all.size()));
            String id = invoices.get(random.nextInt(invoices.size()));
            Reply reply = switch (random.nextInt(14)) {
                case 0, 1 -> act(receipt + "/allocations", item(id, null));
                case 2 -> act(receipt + "/allocations", item(id, String.valueOf(1 + random.nextInt(20_000))));
                case 3, 4 -> act(receipt + "/allocations", all());
                case 5 ->
                    act(
                            receipt + "/allocations",
                            "{\"items\": [{\"invoiceId\": \"" + id
                                    + "\", \"amount\": \"1000\", \"deductions\": [{\"kind\": \"DISCOUNT\","
                                    + " \"amount\": \"77\"}]}]}");
                case 6, 7 -> act(receipt + "/allocations/" + id + "/reversal", "{\"reason\": \"wrong\"}");
                case 8 ->
                    random.nextInt(4) == 0
                            ? act(receipt + "/reversal", "{\"reason\": \"recalled\"}")
                            : act(receipt + "/allocations", all());
                case 9 -> refund(receipt, random);
                case 10 ->
                    act(
                            "invoices/" + id + "/charges",
                            "{\"kind\": \"COST\", \"amount\": \"300\", \"reason\": \"letter\"}");
                case 11, 12 -> credit(id, random);
                default -> writeOff(id, random);
            };
            assertThat(reply.status()).as(reply.toString()).isLessThan(500);
        }

        private String all() {
            return "{\"items\": ["
                    + String.join(
                            ", ",
                            invoices.stream()
                                    .map(id -> "{\"invoiceId\": \"" + id + "\"}")
                                    .toList())
                    + "]}";
        }

        private Reply refund(String receipt, Random random) {
            Reply asked = act(
                    receipt + "/refund",
                    "{\"amount\": \"" + (1 + random.nextInt(9_000)) + "\", \"reason\": \"too much\", \"bankAccount\":"
                            + " {\"bank\": \"0001\", \"branch\": \"001\", \"kind\": \"1\", \"number\": \"1234567\","
                            + " \"holder\": \"モミジフーズ\"}}");
            return asked.status() == 202 ? decide(reviewer, asked, random) : asked;
        }

        private Reply writeOff(String id, Random random) {
            Reply asked = act(
                    "invoices/" + id + "/write-off",
                    "{\"amount\": \"" + (1 + random.nextInt(5_000)) + "\", \"ground\": \"SMALL\", \"reason\": \"-\"}");
            return asked.status() == 202 ? decide(people, asked, random) : asked;
        }

        /** A sack comes back; what was paid of it is kept. */
        private Reply credit(String id, Random random) {
            String note = id + ".n" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
            Reply written = act("invoices/" + id + "/credit-notes", """
                    {"creditNoteId": "%s", "number": "%s", "issueDate": "2027-12-20", "returnDate": "2027-12-18",
                     "reason": "torn", "lines": [{"code": "RICE", "description": "Rice 10 kg", "quantity": "1",
                     "unitPrice": "4000", "amount": "4000", "taxCategory": "REDUCED"}],
                     "taxes": [{"taxCategory": "REDUCED", "rate": "8", "taxable": "4000", "tax": "320"}],
                     "total": "4320"}""".formatted(note, note.toUpperCase()));
            if (written.status() != 201) {
                return written;
            }
            notes.add(note);
            return server.post(
                    reviewer,
                    "/v1/credit-notes/" + note + "/decision",
                    "{\"decision\": \"APPROVE\", \"reason\": \"seen\"}",
                    "Seikyu-Client",
                    "acme");
        }

        private List<String> allReceipts() {
            List<String> all = new ArrayList<>(receipts);
            notes.stream()
                    .map(note -> "kept." + note)
                    .filter(MoneyConservedIT::isThere)
                    .forEach(all::add);
            return all;
        }

        private Reply decide(String key, Reply asked, Random random) {
            return server.post(
                    key,
                    "/v1/approvals/" + asked.text("approvalId") + "/decision",
                    "{\"decision\": \"" + (random.nextInt(3) == 0 ? "REJECT" : "APPROVE") + "\", \"reason\": \"seen\"}",
                    "Seikyu-Client",
                    "acme");
        }

        void assertConserved() {
            allReceipts().forEach(id -> assertConservedIn(receipt(id)));
            invoices.forEach(id -> assertConservedIn(invoice(id), keptOf(id)));
            invoices.forEach(this::assertBothSidesAgreeOn);
        }

        private static void assertConservedIn(ReceiptState state) {
            assertThat(state.allocated()
                            .add(state.unapplied())
                            .add(state.refunded())
                            .add(state.reversed()))
                    .isEqualByComparingTo(state.amount());
            assertThat(state.available()).as(state.toString()).isNotNegative();
        }

        BigDecimal credited() {
            return sum(invoices, id -> creditedOf(invoice(id)));
        }

        private static BigDecimal creditedOf(InvoiceState state) {
            List<TaxTotal> billed = state.document().taxes();
            return sum(billed, MoneyConservedIT::gross)
                    .subtract(sum(state.after().credits().left(billed), MoneyConservedIT::gross));
        }

        private BigDecimal keptOf(String invoice) {
            return allReceipts().stream()
                    .filter(id -> id.startsWith("kept." + invoice + "."))
                    .map(id -> receipt(id).amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Billed less credited beyond what is kept, less kept back, less written off, less paid is open. */
        private static void assertConservedIn(InvoiceState state, BigDecimal keptCredit) {
            BigDecimal paid = sum(state.settlement().payments(), PaidPart::principal);
            BigDecimal recovered = sum(state.settlement().payments(), PaidPart::recovered);
            BigDecimal kept = sum(state.settlement().payments(), PaidPart::deducted);
            assertThat(state.document()
                            .payable()
                            .subtract(creditedOf(state))
                            .add(keptCredit)
                            .subtract(kept)
                            .subtract(state.after().writeOffs().amount())
                            .subtract(recovered)
                            .subtract(paid))
                    .as(state.toString())
                    .isEqualByComparingTo(state.balance());
            assertThat(state.balance()).isNotNegative();
            state.settlement()
                    .charges()
                    .forEach(charge -> assertThat(charge.open()).isBetween(BigDecimal.ZERO, charge.amount()));
        }

        /** What an invoice says a receipt paid is what the receipt says the invoice took. */
        private void assertBothSidesAgreeOn(String id) {
            List<String> said = new ArrayList<>();
            for (PaidPart part : invoice(id).settlement().payments()) {
                BigDecimal charges = sum(part.charges(), ChargePart::amount);
                said.add(part.receiptId() + " "
                        + part.principal().add(charges).add(part.recovered()).toPlainString());
            }
            List<String> taken = allReceipts().stream()
                    .flatMap(receipt -> sharesOf(receipt, id))
                    .toList();
            assertThat(said).containsExactlyInAnyOrderElementsOf(taken);
        }

        private static Stream<String> sharesOf(String receipt, String invoice) {
            return receipt(receipt).shares().stream()
                    .filter(share -> share.invoiceId().equals(invoice))
                    .map((Share share) -> receipt + " " + share.amount().toPlainString());
        }

        private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> amount) {
            return all.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static BigDecimal gross(TaxTotal sum) {
        return sum.taxable().add(sum.tax());
    }

    private static boolean isThere(String receipt) {
        return receipts().find("acme/receipt/" + receipt).isPresent();
    }

    private static String item(String invoice, String amount) {
        String said = amount == null ? "" : ", \"amount\": \"" + amount + "\"";
        return "{\"items\": [{\"invoiceId\": \"" + invoice + "\"" + said + "}]}";
    }

    private static String money(String id, String amount, String invoice, String account) {
        String of = account == null ? "" : ", \"accountId\": \"" + account + "\"";
        String to = invoice == null ? "" : ", \"invoiceId\": \"" + invoice + "\"";
        return "{\"receiptId\": \"" + id + "\", \"clientId\": \"acme\", \"bookedOn\": \"2026-11-20\", \"amount\": \""
                + amount + "\", \"payerName\": \"ﾀﾞﾚﾃﾞﾓﾅｲ\"" + to + of + "}";
    }

    private static Reply act(String path, String body) {
        return server.post(operator, "/v1/" + path, body, "Seikyu-Client", "acme");
    }

    private static Reply submit(String id, String number) {
        return server.post(
                operator, "/v1/invoices", Bodies.invoice("acme", id, number).toString());
    }

    private static InvoiceState invoice(String id) {
        ResolvableType type =
                ResolvableType.forClassWithGenerics(CachingRepository.class, Invoice.class, InvoiceState.class);
        CachingRepository<Invoice, InvoiceState> repository = server.bean(type);
        return repository.find("acme/invoice/" + id).orElseThrow().state();
    }

    private static ReceiptState receipt(String id) {
        return receipts().find("acme/receipt/" + id).orElseThrow().state();
    }

    private static CachingRepository<Receipt, ReceiptState> receipts() {
        return server.bean(
                ResolvableType.forClassWithGenerics(CachingRepository.class, Receipt.class, ReceiptState.class));
    }
}
