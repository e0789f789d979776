package io.seikyu.contract.dunning;

/**
 * Why a payer is reminded as he is, or is not.
 *
 * @param code   e.g. {@code DISPUTED}
 * @param detail the figure, day or word that it rests on; may be absent
 */
public record DunningReason(String code, String detail) {}
