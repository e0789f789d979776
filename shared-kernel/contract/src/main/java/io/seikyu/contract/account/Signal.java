package io.seikyu.contract.account;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that was heard of a payer. All but the first and {@code source} and {@code observedOn} may be absent.
 *
 * @param value          e.g. a bureau's score
 * @param source         where it comes from, e.g. {@code TDB}, sealed; nobody of a client company sees it
 * @param note           sealed
 * @param proceeding     of a bankruptcy, e.g. 破産 or 民事再生
 * @param representative of a bankruptcy: whom the claim is filed with (管財人), sealed
 * @param filingDeadline of a bankruptcy: until when
 */
public record Signal(
        SignalKind kind,
        BigDecimal value,
        String source,
        LocalDate observedOn,
        String note,
        String proceeding,
        String representative,
        LocalDate filingDeadline) {}
