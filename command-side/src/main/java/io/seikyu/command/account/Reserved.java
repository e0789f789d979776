package io.seikyu.command.account;

/** Credit that is kept free now. */
public record Reserved(String reservationId) {}
