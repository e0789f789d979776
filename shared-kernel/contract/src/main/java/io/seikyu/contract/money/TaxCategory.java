package io.seikyu.contract.money;

/** Categories of consumption tax (消費税の税区分). */
public enum TaxCategory {
    /** 標準税率 */
    STANDARD,
    /** 軽減税率 */
    REDUCED,
    /** 非課税 */
    EXEMPT,
    /** 免税 (export) */
    ZERO,
    /** 不課税 */
    OUT_OF_SCOPE
}
