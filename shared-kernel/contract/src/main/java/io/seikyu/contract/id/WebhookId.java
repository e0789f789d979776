package io.seikyu.contract.id;

/** A subscription to events. Its stream is {@code <tenant>/webhook/<value>}. */
public record WebhookId(String tenant, String value) {
    public WebhookId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The name of this subscription's stream. */
    @Override
    public String toString() {
        return tenant + "/webhook/" + value;
    }
}
