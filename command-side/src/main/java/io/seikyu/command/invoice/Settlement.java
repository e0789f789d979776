package io.seikyu.command.invoice;

import io.seikyu.contract.interest.LateTerms;
import io.seikyu.contract.interest.LateTerms.Paid;
import io.seikyu.contract.interest.StatutoryRates;
import io.seikyu.contract.invoice.ChargeKind;
import io.seikyu.contract.invoice.ChargePart;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeClaimed;
import io.seikyu.contract.invoice.InvoiceEvent.ChargePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRecovered;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.invoice.InvoiceEvent.PrepaymentSetOff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What was paid of an invoice by which receipt, and what is claimed beside it.
 *
 * @param payments one for each receipt, in the order in which they came
 * @param prepaid  what was set off when it was issued, one for each receipt
 * @param charges  in the order in which they were claimed
 */
public record Settlement(List<PaidPart> payments, List<PaidPart> prepaid, List<Charge> charges) {
    static final Settlement NONE = new Settlement(List.of(), List.of(), List.of());

    /** What is open of the charges that were claimed. */
    public BigDecimal claimed() {
        return charges.stream().map(Charge::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether anything of the principal was paid or kept back since it was issued. */
    boolean touchesPrincipal() {
        return payments.stream().anyMatch(PaidPart::touchesPrincipal);
    }

    /** What was paid, or kept back by right, of the principal through {@code day}, yen. */
    BigDecimal paidBy(LocalDate day) {
        return payments.stream()
                .filter(payment -> !payment.bookedOn().isAfter(day))
                .map(payment -> payment.principal().add(payment.deducted()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What came in, or was kept back by right, after {@code day}, claimed charges included, yen. */
    public BigDecimal receivedAfter(LocalDate day) {
        return payments.stream()
                .filter(payment -> payment.bookedOn().isAfter(day))
                .map(PaidPart::received)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How {@code money} settles the claimed charges: costs before interest, of each the older first (民法 489). */
    List<ChargePart> partsOf(BigDecimal money) {
        List<ChargePart> parts = new ArrayList<>();
        BigDecimal left = money;
        List<Charge> inOrder =
                charges.stream().sorted(Comparator.comparing(Charge::kind)).toList();
        for (Charge charge : inOrder) {
            BigDecimal part = left.min(charge.open());
            if (part.signum() > 0) {
                parts.add(new ChargePart(charge.chargeId(), part));
                left = left.subtract(part);
            }
        }
        return parts;
    }

    /** All that the receipt paid or was set off for; empty when it did nothing to this invoice. */
    Optional<PaidPart> of(String receiptId) {
        return Stream.concat(payments.stream(), prepaid.stream())
                .filter(payment -> payment.receiptId().equals(receiptId))
                .reduce((one, other) -> new PaidPart(
                        receiptId,
                        one.bookedOn(),
                        one.principal().add(other.principal()),
                        one.deducted().add(other.deducted()),
                        Stream.concat(one.charges().stream(), other.charges().stream())
                                .toList(),
                        one.recovered().add(other.recovered())));
    }

    Optional<Charge> charge(String chargeId) {
        return charges.stream()
                .filter(charge -> charge.chargeId().equals(chargeId))
                .findFirst();
    }

    /**
     * Interest that accrued until {@code day} and was not claimed yet, on what is open and on what was paid late. What was
     * credited or kept back accrues none: it was not owed.
     *
     * @throws io.seikyu.contract.dated.DatedDataMissingException when the rate of interest is not known
     */
    public BigDecimal accrued(BigDecimal balance, LocalDate day, LateTerms terms, StatutoryRates rates) {
        List<Paid> paid = payments.stream()
                .map(payment -> new Paid(payment.bookedOn(), payment.principal()))
                .toList();
        BigDecimal asked = charges.stream()
                .filter(charge -> charge.kind() == ChargeKind.INTEREST)
                .map(Charge::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return terms.accrued(balance, paid, day, rates).subtract(asked).max(BigDecimal.ZERO);
    }

    Settlement with(PaymentReceived event) {
        return paid(event.receiptId(), event.bookedOn(), payment -> payment.plus(event.amount()));
    }

    Settlement with(InvoiceDeducted event) {
        return paid(event.receiptId(), event.bookedOn(), payment -> payment.deducting(event.amount()));
    }

    Settlement with(InvoiceRecovered event) {
        return paid(event.receiptId(), event.bookedOn(), payment -> payment.recovering(event.amount()));
    }

    Settlement with(PrepaymentSetOff event) {
        PaidPart setOff = PaidPart.none(event.receiptId(), event.bookedOn()).plus(event.amount());
        return new Settlement(payments, appended(prepaid, setOff), charges);
    }

    Settlement with(ChargePaid event) {
        ChargePart part = new ChargePart(event.chargeId(), event.amount());
        return paid(event.receiptId(), event.bookedOn(), payment -> payment.and(part))
                .changed(event.chargeId(), charge -> charge.paid(event.amount()));
    }

    Settlement with(ChargeClaimed event) {
        Charge claimed =
                new Charge(event.chargeId(), event.kind(), event.amount(), event.amount(), event.upTo(), false);
        return new Settlement(payments, prepaid, appended(charges, claimed));
    }

    Settlement waived(String chargeId) {
        return changed(chargeId, Charge::given);
    }

    /** A charge that was waived meanwhile stays waived. */
    Settlement without(PaymentUndone event) {
        Settlement rest = new Settlement(
                payments.stream()
                        .filter(p -> !p.receiptId().equals(event.receiptId()))
                        .toList(),
                prepaid.stream()
                        .filter(p -> !p.receiptId().equals(event.receiptId()))
                        .toList(),
                charges);
        for (ChargePart part : event.charges()) {
            rest = rest.changed(
                    part.chargeId(),
                    charge ->
                            charge.waived() ? charge : charge.paid(part.amount().negate()));
        }
        return rest;
    }

    private Settlement paid(String receiptId, LocalDate bookedOn, UnaryOperator<PaidPart> more) {
        boolean known =
                payments.stream().anyMatch(payment -> payment.receiptId().equals(receiptId));
        List<PaidPart> all = known ? payments : appended(payments, PaidPart.none(receiptId, bookedOn));
        return new Settlement(
                all.stream()
                        .map(payment -> payment.receiptId().equals(receiptId) ? more.apply(payment) : payment)
                        .toList(),
                prepaid,
                charges);
    }

    private Settlement changed(String chargeId, UnaryOperator<Charge> change) {
        return new Settlement(
                payments,
                prepaid,
                charges.stream()
                        .map(charge -> charge.chargeId().equals(chargeId) ? change.apply(charge) : charge)
                        .toList());
    }

    private static <T> List<T> appended(List<T> list, T element) {
        List<T> all = new ArrayList<>(list);
        all.add(element);
        return List.copyOf(all);
    }
}
