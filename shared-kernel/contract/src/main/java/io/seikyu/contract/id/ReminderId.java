package io.seikyu.contract.id;

/** A contact with a payer about what is open (督促). Its stream is {@code <tenant>/reminder/<value>}. */
public record ReminderId(String tenant, String value) {
    public ReminderId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The id of the payer's contact of this number: the same number gives the same id, e.g. {@code a1.3}. */
    public static ReminderId of(AccountId payer, int number) {
        return new ReminderId(payer.tenant(), CausedIds.of(payer.value(), number));
    }

    /** The name of this reminder's stream. */
    @Override
    public String toString() {
        return tenant + "/reminder/" + value;
    }
}
