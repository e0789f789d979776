package io.seikyu.standalone.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What happened to one sample invoice; grows while the {@link Story} is told. */
final class Outcome {
    private final String invoiceId;
    private final String payer;
    private final BigDecimal total;
    private final Review review;
    private final List<String> then = new ArrayList<>();
    private String number;
    private String status;
    private BigDecimal balance = BigDecimal.ZERO;

    /**
     * @param number as it was first handed in, as {@code total} is
     */
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

    void issued(BigDecimal payable) {
        then.add("issued");
        balance = payable;
    }

    /**
     * @param allocated how much of it was taken
     * @param inFull    whether that was all of it
     */
    void paid(BigDecimal allocated, boolean inFull) {
        balance = balance.subtract(allocated);
        if (allocated.signum() == 0) {
            then.add("paid again");
        } else if (!inFull) {
            then.add("paid too much");
        } else {
            then.add(balance.signum() > 0 ? "paid in part" : "paid");
        }
    }

    /** What the query side says in the end. */
    void is(String number, String status, BigDecimal balance) {
        this.number = number;
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
