package io.seikyu.documents.pint;

import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;

/** What every part of a UBL document needs. */
final class Ubl {
    static final String YEN = "JPY";
    static final String JAPAN = "JP";
    /** UN/ECE 5153; in Japan it means the consumption tax. */
    static final String TAX = "VAT";

    private Ubl() {}

    /** Without needless decimals, which whole yen must not have here. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Text without what XML 1.0 cannot hold; never empty, since JP PINT has no empty elements. */
    static String text(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints()
                .map(sign -> Character.isWhitespace(sign) ? ' ' : sign)
                .filter(sign -> (sign >= 0x20 && sign <= 0xd7ff)
                        || (sign >= 0xe000 && sign <= 0xfffd)
                        || (sign >= 0x10000 && sign <= 0x10ffff))
                .forEach(legal::appendCodePoint);
        return legal.toString().isBlank() ? "-" : legal.toString();
    }

    static TaxSchemeType scheme() {
        TaxSchemeType scheme = new TaxSchemeType();
        scheme.setID(TAX);
        return scheme;
    }

    /** A category with the rate the document states for it; what is out of scope has none. */
    static TaxCategoryType tax(InvoiceDocument document, TaxCategory category) {
        TaxCategoryType type = new TaxCategoryType();
        type.setID(TaxCodes.of(category));
        if (category != TaxCategory.OUT_OF_SCOPE) {
            type.setPercent(document.taxes().stream()
                    .filter(sum -> sum.taxCategory() == category)
                    .map(TaxTotal::rate)
                    .map(Ubl::plain)
                    .findFirst()
                    .orElse(BigDecimal.ZERO));
        }
        type.setTaxScheme(scheme());
        return type;
    }
}
