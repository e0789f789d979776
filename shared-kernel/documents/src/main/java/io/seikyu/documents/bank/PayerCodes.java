package io.seikyu.documents.bank;

/** 依頼人コード: what a bank puts there for a transfer to a virtual account, or a payer for itself. */
final class PayerCodes {
    private PayerCodes() {}

    /** Nothing but zeros stands for no code. */
    static String meant(String code) {
        return code == null || code.chars().allMatch(sign -> sign == '0') ? null : code;
    }
}
