package io.seikyu.documents.pint;

/**
 * What keeps a file from being an invoice of ours.
 *
 * @param rule     the rule of JP PINT or UBL that is broken, e.g. {@code ibr-co-15}, or one of ours: {@code xml} not
 *                 readable as XML, {@code xsd} not UBL 2.1, {@code limit}, {@code credit}, {@code mapping}
 * @param location where in the file: an XPath, or line and column; empty for the whole
 * @param text     what is wrong
 */
public record PintFault(String rule, String location, String text) {}
