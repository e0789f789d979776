package io.seikyu.contract.job;

/**
 * One thing that is wrong with a row.
 *
 * @param pointer where, as a JSON pointer into the row's body
 * @param code    stable, for programs
 * @param message for a person; it quotes nothing of the row
 */
public record RowFault(String pointer, String code, String message) {}
