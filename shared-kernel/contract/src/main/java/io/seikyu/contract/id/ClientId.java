package io.seikyu.contract.id;

/** A client company (請求元), which is a tenant of its own. Its stream is {@code <client>/client/<client>}. */
public record ClientId(String value) {
    public ClientId {
        Ids.checked(value);
        if (value.equals(Ids.AGENCY)) {
            throw new IllegalArgumentException("'agency' is the agency's own name");
        }
    }

    /** The name of this client's stream. */
    @Override
    public String toString() {
        return value + "/client/" + value;
    }
}
