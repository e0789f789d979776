package io.seikyu.contract.id;

/** An instalment plan (分割払い). Its stream is {@code <tenant>/instalment-plan/<value>}. */
public record PlanId(String tenant, String value) {
    public PlanId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The name of this plan's stream. */
    @Override
    public String toString() {
        return tenant + "/instalment-plan/" + value;
    }
}
