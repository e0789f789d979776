package io.seikyu.contract.money;

/** Categories of consumption tax (消費税の税区分). */
public enum TaxCategory {
    /** 標準税率 */
    STANDARD("at the standard rate"),
    /** 軽減税率 */
    REDUCED("at the reduced rate"),
    /** 非課税 */
    EXEMPT("exempt from tax"),
    /** 免税 (export) */
    ZERO("at the zero rate"),
    /** 不課税 */
    OUT_OF_SCOPE("outside the scope of tax");

    private final String words;

    TaxCategory(String words) {
        this.words = words;
    }

    /** As a sentence says it of lines, e.g. {@code at the reduced rate}. */
    public String words() {
        return words;
    }
}
