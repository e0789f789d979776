package io.seikyu.documents.pint;

import java.util.List;

/**
 * A party as the document names it. All but the list may be absent.
 *
 * @param endpoint           the electronic address; scheme 0188 is the corporate number, 0221 the registration number
 * @param ids                further ids, also that of the legal entity
 * @param registrationNumber 登録番号, {@code T} and 13 digits
 * @param name               the registered name
 */
public record PintParty(Id endpoint, List<Id> ids, String registrationNumber, String name) {
    /** @param scheme absent when the parties made up the id themselves */
    public record Id(String scheme, String value) {}
}
