package io.seikyu.command.template;

/** The texts that are in force. */
public interface Templates {
    /**
     * @param name one of {@link io.seikyu.contract.template.ShippedTemplates#names}
     * @throws IllegalArgumentException for another one
     */
    Published inForce(String name);

    /** @param version 0: as shipped */
    record Published(String name, int version, String text) {}
}
