package io.seikyu.contract.account;

/** By what way somebody spoke with a payer (交渉の手段). */
public enum CorrespondenceChannel {
    MAIL,
    PHONE,
    LETTER,
    MEETING,
    OTHER
}
