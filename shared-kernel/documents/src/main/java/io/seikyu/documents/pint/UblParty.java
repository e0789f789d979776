package io.seikyu.documents.pint;

import io.seikyu.documents.pint.PintParty.Id;
import java.util.ArrayList;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;

/** Reads one of the two parties. */
final class UblParty {
    private static final int LONGEST_NAME = 200;

    private UblParty() {}

    static PintParty of(PartyType party, Found found, String role) {
        String at = "/Invoice/cac:Accounting" + role + "Party/cac:Party";
        List<Id> ids = new ArrayList<>();
        for (PartyIdentificationType id : party.getPartyIdentification()) {
            ids.add(new Id(id.getID().getSchemeID(), id.getIDValue().strip()));
        }
        String name = null;
        for (PartyLegalEntityType entity : party.getPartyLegalEntity()) {
            name = name == null ? entity.getRegistrationNameValue() : name;
            if (entity.getCompanyID() != null) {
                ids.add(new Id(
                        entity.getCompanyID().getSchemeID(),
                        entity.getCompanyIDValue().strip()));
            }
        }
        String registration = party.getPartyTaxScheme().stream()
                .filter(tax -> tax.getTaxScheme() != null
                        && Ubl.TAX.equals(tax.getTaxScheme().getIDValue()))
                .map(PartyTaxSchemeType::getCompanyIDValue)
                .findFirst()
                .orElse(null);
        return new PintParty(
                party.getEndpointID() == null
                        ? null
                        : new Id(
                                party.getEndpointID().getSchemeID(),
                                party.getEndpointIDValue().strip()),
                List.copyOf(ids),
                found.text(registration, 40, at + "/cac:PartyTaxScheme/cbc:CompanyID"),
                found.text(name, LONGEST_NAME, at + "/cac:PartyLegalEntity/cbc:RegistrationName"));
    }
}
