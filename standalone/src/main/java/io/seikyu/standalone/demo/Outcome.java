package io.seikyu.standalone.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What happened to one sample invoice; grows while the {@link Story} is told. */
final class Outcome {
    private final String invoiceId;
    private final String number;
    private final String payer;
    private final BigDecimal total;
    private final Review review;
    private final List<String> then = new ArrayList<>();
    private String status;
    private BigDecimal balance;

    /** @param total as it was first handed in */
    Outcome(String invoiceId, String number, String payer, BigDecimal total, Review review) {
        this.invoiceId = invoiceId;
        this.number = number;
        this.payer = payer;
        this.total = total;
        this.review = review;
    }

    /** What the first review said. */
    record Review(String status, List<Finding> findings) {
        /** Each code once. */
        List<String> codes() {
            return findings.stream().map(Finding::code).distinct().toList();
        }
    }

    record Finding(String code, String pointer, String expected, String actual, String message) {}

    void then(String what) {
        then.add(what);
    }

    void is(String status, BigDecimal balance) {
        this.status = status;
        this.balance = balance;
    }

    String invoiceId() {
        return invoiceId;
    }

    String number() {
        return number;
    }

    String payer() {
        return payer;
    }

    BigDecimal total() {
        return total;
    }

    Review review() {
        return review;
    }

    List<String> history() {
        return List.copyOf(then);
    }

    String status() {
        return status;
    }

    BigDecimal balance() {
        return balance;
    }
}
