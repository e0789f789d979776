package io.seikyu.benchmarks.lists;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A list with its filters.
 *
 * @param path the address, other values each time it is asked
 */
record Question(String name, IntFunction<String> path) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    /**
     * Every filter of the list of invoices, those that go together in daily work, and every other list.
     *
     * @param clients the client company whose turn it is
     */
    static List<Question> all(int payers, int invoices, IntFunction<String> clients) {
        int days = invoices / payers;
        return List.of(
                invoice("all", i -> ""),
                invoice("`status`, all have it", i -> "status=APPROVED"),
                invoice("`status`, few have it", i -> "status=DISCREPANT"),
                invoice("`status`, none has it", i -> "status=WRITTEN_OFF"),
                invoice("`accountId`", i -> "accountId=p" + i % payers),
                invoice("`contractId`", i -> "contractId=c" + i % payers),
                invoice("`invoiceNumber`", i -> "invoiceNumber=B-" + i * 37 % invoices),
                invoice("`counterparty`, one payer", i -> "counterparty=" + text("計測" + i % payers + "株")),
                invoice("`counterparty`, all payers", i -> "counterparty=" + text("株式会社")),
                invoice("`counterparty`, nobody", i -> "counterparty=" + text("無関係")),
                invoice("`counterparty`, by kana", i -> "counterparty=" + text("ケイソク" + i % payers)),
                invoice("`counterparty`, by number", i -> "counterparty=7010705000725"),
                invoice("`from`, `to`: a day", i -> "from=" + day(i % days) + "&to=" + day(i % days)),
                invoice("`from`, `to`: a month", i -> "from=" + day(i % days) + "&to=" + day(i % days + 30)),
                invoice("`to` before all", i -> "to=2020-01-01"),
                invoice(
                        "`dueFrom`, `dueTo`: a month",
                        i -> "dueFrom=" + day(i % days + 40) + "&dueTo=" + day(i % days + 70)),
                invoice("`minAmount`, `maxAmount`: narrow", i -> "minAmount=42800&maxAmount=42900"),
                invoice("`minAmount`: above all", i -> "minAmount=1000000"),
                invoice("`minAmount`: above most", i -> "minAmount=" + (50_000 + i % 3)),
                invoice("`overdue=true`", i -> "overdue=true"),
                invoice("`overdue=false`", i -> "overdue=false"),
                invoice("`disputed=true`", i -> "disputed=true"),
                invoice("`delivered=true`", i -> "delivered=true"),
                invoice("`missing=amount`", i -> "missing=amount"),
                invoice("`missing=counterparty`", i -> "missing=counterparty"),
                invoice("`missing=date`", i -> "missing=date"),
                invoice(
                        "`counterparty`, `from`, `to`, `minAmount`, `maxAmount`",
                        i -> "counterparty=" + text("計測" + i % payers) + "&from=" + day(i % days) + "&to="
                                + day(i % days + 30) + "&minAmount=40000&maxAmount=50000"),
                invoice(
                        "`status`, `dueFrom`, `dueTo`, `minAmount`",
                        i -> "status=APPROVED&dueFrom=" + day(i % days + 40) + "&dueTo=" + day(i % days + 70)
                                + "&minAmount=50000"),
                invoice(
                        "`accountId`, `overdue`, `status`",
                        i -> "accountId=p" + i % payers + "&overdue=true&status=APPROVED"),
                new Question("corrections", i -> "/v1/corrections"),
                new Question(
                        "corrections, `correctedFrom`, `correctedTo`",
                        i -> "/v1/corrections?correctedFrom=" + day(i % days) + "&correctedTo=2099-12-31"),
                new Question("clients", i -> "/v1/clients"),
                new Question("accounts", i -> "/v1/accounts"),
                new Question("contracts", i -> "/v1/contracts"),
                new Question("contracts, `accountId`", i -> "/v1/contracts?accountId=p" + i % payers),
                new Question("receipts, `status`", i -> "/v1/receipts?status=UNMATCHED"),
                new Question("credit notes, `invoiceId`", i -> "/v1/credit-notes?invoiceId=i" + i),
                new Question("tasks", i -> "/v1/tasks"),
                new Question("tasks, `kind`, `assignee`", i -> "/v1/tasks?kind=RESOLVE_DISPUTE&assignee=a" + i),
                new Question("messages, `accountId`", i -> "/v1/messages?accountId=p" + i % payers),
                new Question("approvals, `state`", i -> "/v1/approvals?state=WAITING"),
                new Question("reminders, `state`", i -> "/v1/reminders?state=SENT"),
                new Question("reminders, `accountId`", i -> "/v1/reminders?accountId=p" + i % payers),
                new Question("instalment plans, `accountId`", i -> "/v1/instalment-plans?accountId=p" + i % payers),
                new Question("open items of a payer", i -> "/v1/ageing?accountId=p" + i % payers),
                new Question("agenda", i -> "/v1/agenda"),
                new Question(
                        "timeline of a payer",
                        i -> "/v1/accounts/p" + i % payers + "/timeline?clientId=" + clients.apply(i)),
                event("all", i -> ""),
                event("`stream`", i -> "stream=" + clients.apply(i) + "/invoice/i" + i),
                event("`type`, many", i -> "type=invoice.reviewed"),
                event("`type`, few", i -> "type=invoice.disputed"),
                event("`type`, none", i -> "type=invoice.written-off"),
                event("`actor`, nobody", i -> "actor=k" + i),
                new Question("things that wait", i -> "/v1/dead-letters"),
                new Question("jobs", i -> "/v1/jobs"));
    }

    private static Question invoice(String filters, IntFunction<String> query) {
        return new Question("invoices, " + filters, i -> "/v1/invoices?" + query.apply(i));
    }

    private static Question event(String filters, IntFunction<String> query) {
        return new Question("events, " + filters, i -> "/v1/audit/events?" + query.apply(i));
    }

    private static String day(int number) {
        return FIRST_DAY.plusDays(number).toString();
    }

    private static String text(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
