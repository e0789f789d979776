package io.seikyu.documents.pint;

import com.helger.ubl21.UBL21Marshaller;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.party.CorporateNumber;
import io.seikyu.contract.party.RegistrationNumber;
import io.seikyu.documents.IssuedInvoice;
import java.util.Optional;

/**
 * An issued invoice as JP PINT 1.1.2 (UBL 2.1), which the official rules find nothing wrong with.
 *
 * <p>Whole yen, without tax; how gross prices become net ones says {@link NetAmounts}, and where things stand that JP
 * PINT has no field for {@link Conventions}. Tax withheld at the source (源泉徴収税額) is a paid amount, since it is paid
 * to the tax office in the issuer's name.
 */
public final class PintWriter {
    private PintWriter() {}

    /** Why this invoice cannot be told in JP PINT, for a clerk; empty when it can. */
    public static Optional<String> obstacle(IssuedInvoice invoice) {
        InvoiceDocument document = invoice.document();
        if (!RegistrationNumber.isWellFormed(document.issuer().registrationNumber())) {
            return Optional.of("JP PINT is for issuers of qualified invoices: the issuer has no registration number.");
        }
        if (!CorporateNumber.isValid(invoice.payer().corporateNumber())
                && !RegistrationNumber.isWellFormed(invoice.payer().registrationNumber())) {
            return Optional.of("JP PINT needs the payer's electronic address: give the account a corporateNumber or a"
                    + " registrationNumber.");
        }
        if (document.lines().stream().anyMatch(line -> line.unitPrice().signum() < 0)) {
            return Optional.of("JP PINT has no negative prices: use an allowance.");
        }
        return Optional.empty();
    }

    /**
     * The file, UTF-8. Equal invoices make equal bytes.
     *
     * @throws IllegalArgumentException when there is an {@link #obstacle}
     */
    public static byte[] write(IssuedInvoice invoice) {
        obstacle(invoice).ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
        // not held against the schema here: that costs seconds the first time, and the tests hold all of it
        byte[] xml = UBL21Marshaller.invoice().setUseSchema(false).getAsBytes(new UblInvoice(invoice).build());
        if (xml == null) {
            throw new IllegalStateException("invoice " + invoice.invoiceId() + " does not become UBL 2.1");
        }
        return xml;
    }
}
