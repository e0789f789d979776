package io.seikyu.query.invoice;

import io.seikyu.query.invoice.InvoiceView.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which invoices are asked for: any combination; what is absent does not matter.
 *
 * @param counterparty part of the recipient's or the payer's name, in kanji or kana, or the payer's number (法人番号, 登録番号)
 * @param from         the transaction ends on this day or later
 * @param to           the transaction begins on this day or earlier
 * @param minAmount    of the total
 * @param overdue      whether something was still open after the due date
 * @param disputed    whether an objection of the payer waits for a decision
 * @param delivered    whether it may be relied upon that the payer has it
 * @param missing      records that lack this
 */
record InvoiceQuestion(
        @Nullable String clientId,
        @Nullable String counterparty,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable BigDecimal minAmount,
        @Nullable BigDecimal maxAmount,
        @Nullable Status status,
        @Nullable String accountId,
        @Nullable String contractId,
        @Nullable String invoiceNumber,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueFrom,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueTo,
        @Nullable Boolean overdue,
        @Nullable Boolean disputed,
        @Nullable Boolean delivered,
        @Nullable Missing missing) {

    /** The three things a record of a transaction needs by the law on electronic books (電子帳簿保存法), as addresses name them. */
    enum Missing {
        amount,
        date,
        counterparty
    }
}
