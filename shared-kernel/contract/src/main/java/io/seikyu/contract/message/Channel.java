package io.seikyu.contract.message;

/** By what way a message reaches whom it is for. */
public enum Channel {
    /** Electronic mail: the only one that this program sends by itself. */
    MAIL,
    /** A letter that a person prints and posts (郵送). */
    LETTER,
    /** The client company hands it over itself. */
    CLIENT
}
