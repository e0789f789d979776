package io.seikyu.command.review;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What an invoice claims, as one value: payer, contract, kind, period, lines, adjustments and total. Two invoices that
 * claim the same have the same digest, whatever their numbers, their dates of issue, the wording of their lines and the
 * order in which these stand.
 */
final class ContentDigest {
    private ContentDigest() {}

    /** SHA-256, hexadecimal. */
    static String of(InvoiceDocument document) {
        StringBuilder text = new StringBuilder();
        put(
                text,
                document.accountId(),
                document.contractId(),
                document.kind(),
                document.transactionFrom(),
                document.transactionTo(),
                document.total());
        put(
                text,
                sorted(document.lines().stream()
                        .map(line -> text(document, line))
                        .toList()));
        put(
                text,
                sorted(document.adjustments().stream().map(ContentDigest::text).toList()));
        return HexFormat.of().formatHex(sha256(text.toString()));
    }

    private static String text(InvoiceDocument document, Line line) {
        StringBuilder text = new StringBuilder();
        put(
                text,
                line.kind(),
                line.code(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                line.taxCategory(),
                line.contractId() == null ? document.contractId() : line.contractId(),
                line.deliveredOn());
        return text.toString();
    }

    private static String text(Adjustment adjustment) {
        StringBuilder text = new StringBuilder();
        put(text, adjustment.kind(), adjustment.code(), adjustment.amount(), adjustment.taxCategory());
        return text.toString();
    }

    private static Object[] sorted(List<String> texts) {
        return texts.stream().sorted().toArray();
    }

    /** With the length before each value, so that no two different lists of values read alike. */
    private static void put(StringBuilder text, Object... values) {
        text.append(values.length).append('[');
        for (Object value : values) {
            String said = value == null ? "" : Figures.text(value);
            text.append(said.length()).append(':').append(said);
        }
        text.append(']');
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
