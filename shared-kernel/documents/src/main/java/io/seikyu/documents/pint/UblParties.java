package io.seikyu.documents.pint;

import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.party.CorporateNumber;
import io.seikyu.documents.IssuedInvoice;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;

/** Seller, buyer, and the account to pay to. */
final class UblParties {
    /** 法人番号 */
    static final String CORPORATE_NUMBER = "0188";
    /** 適格請求書発行事業者の登録番号 */
    static final String REGISTRATION_NUMBER = "0221";

    private static final String CREDIT_TRANSFER = "30";

    private UblParties() {}

    static SupplierPartyType seller(IssuedInvoice issued) {
        PartyType party = party(
                corporateNumber(issued.document().issuer().registrationNumber()),
                issued.document().issuer().registrationNumber(),
                issued.document().issuer().name(),
                null);
        if (issued.client().email() != null) {
            ContactType contact = new ContactType();
            contact.setElectronicMail(Ubl.text(issued.client().email()));
            party.setContact(contact);
        }
        SupplierPartyType seller = new SupplierPartyType();
        seller.setParty(party);
        return seller;
    }

    /** The account's own id goes along as the buyer's identifier (お客様番号). */
    static CustomerPartyType buyer(IssuedInvoice issued) {
        PartyType party = party(
                issued.payer().corporateNumber(),
                issued.payer().registrationNumber(),
                issued.document().recipient().name(),
                issued.payer().postalAddress());
        PartyIdentificationType id = new PartyIdentificationType();
        id.setID(Ubl.text(issued.document().accountId()));
        party.addPartyIdentification(id);
        CustomerPartyType buyer = new CustomerPartyType();
        buyer.setParty(party);
        return buyer;
    }

    /** The number of the corporation in a registration number, or null for a sole proprietor's. */
    private static String corporateNumber(String registrationNumber) {
        String digits = registrationNumber.substring(1);
        return CorporateNumber.isValid(digits) ? digits : null;
    }

    private static PartyType party(String corporateNumber, String registrationNumber, String name, String address) {
        PartyType party = new PartyType();
        boolean corporate = CorporateNumber.isValid(corporateNumber);
        party.setEndpointID(corporate ? corporateNumber : registrationNumber)
                .setSchemeID(corporate ? CORPORATE_NUMBER : REGISTRATION_NUMBER);
        party.setPostalAddress(address(address));
        if (registrationNumber != null) {
            PartyTaxSchemeType tax = new PartyTaxSchemeType();
            tax.setCompanyID(registrationNumber);
            tax.setTaxScheme(Ubl.scheme());
            party.addPartyTaxScheme(tax);
        }
        PartyLegalEntityType entity = new PartyLegalEntityType();
        entity.setRegistrationName(Ubl.text(name));
        if (corporate) {
            entity.setCompanyID(corporateNumber).setSchemeID(CORPORATE_NUMBER);
        }
        party.addPartyLegalEntity(entity);
        return party;
    }

    private static AddressType address(String street) {
        AddressType address = new AddressType();
        if (street != null) {
            address.setStreetName(Ubl.text(street));
        }
        CountryType country = new CountryType();
        country.setIdentificationCode(Ubl.JAPAN);
        address.setCountry(country);
        return address;
    }

    /** A transfer to the client's account, or to the one that is reserved for this payer. */
    static PaymentMeansType payment(IssuedInvoice issued) {
        BankDetails bank = issued.client().bankAccount();
        String virtual = issued.payer().virtualAccount();
        FinancialAccountType account = new FinancialAccountType();
        account.setID(Ubl.text(
                virtual == null
                        ? String.join(":", bank.bank(), bank.branch(), bank.kind(), bank.number())
                        : String.join(":", bank.bank(), bank.branch(), virtual)));
        account.setName(Ubl.text(bank.holder()));
        PaymentMeansType means = new PaymentMeansType();
        means.setPaymentMeansCode(CREDIT_TRANSFER);
        means.setPayeeFinancialAccount(account);
        return means;
    }
}
