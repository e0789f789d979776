package io.seikyu.contract.invoice;

/** Why a claim is given up. */
public enum WriteOffGround {
    /** The payer is insolvent (倒産). */
    BANKRUPTCY,
    /** The claim is barred by time (時効). */
    TIME_BARRED,
    /** What is left costs more to collect than it brings (少額). */
    SMALL,
    /** Client company and payer agreed on it (債務免除の合意). */
    AGREED
}
