package io.seikyu.contract.id;

/** Names a document that carries a number of its client company's: an invoice or a credit note. */
public interface NumberedId {
    String tenant();
}
