package io.seikyu.contract.id;

/** The switch of all sending, of the whole agency or of one client company. Its stream is {@code <tenant>/sending/switch}. */
public record SwitchId(String tenant) {
    public SwitchId {
        Ids.checked(tenant);
    }

    public static SwitchId ofAgency() {
        return new SwitchId(Ids.AGENCY);
    }

    public boolean isOfAgency() {
        return tenant.equals(Ids.AGENCY);
    }

    @Override
    public String toString() {
        return tenant + "/sending/switch";
    }
}
